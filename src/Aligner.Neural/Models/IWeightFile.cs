namespace Aligner.Neural.Models;

/// <summary>A file with the weights of a Hugging Face folder.</summary>
internal interface IWeightFile : IDisposable
{
    string Path { get; }

    /// <summary>The tensor of that name, or null.</summary>
    SafetensorsEntry? Find(string name);

    /// <summary>Reads values of a tensor from the <paramref name="start"/>th on, as floats.</summary>
    /// <exception cref="Core.DataException">The file is truncated.</exception>
    void Read(string name, long start, Span<float> values);
}
