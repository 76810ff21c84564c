namespace Aligner.Core.Files;

/// <summary>The output file exists and may not be overwritten.</summary>
public sealed class OutputExistsException : IOException
{
    /// <param name="path">The output as the user gave it.</param>
    public OutputExistsException(string path)
        : base($"{path} exists; --overwrite replaces it")
    {
    }
}
