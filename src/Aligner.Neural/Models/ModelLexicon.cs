using Aligner.Core.Files;

namespace Aligner.Neural.Models;

/// <summary>Gives a model folder a lexicon of what its encoder learned from.</summary>
public static class ModelLexicon
{
    public const string FileName = "lexicon.bin";

    /// <param name="source">The model to read.</param>
    /// <param name="write">Writes the lexicon.</param>
    /// <param name="target">The model folder to make.</param>
    /// <param name="overwrite">Whether an existing model folder may be replaced.</param>
    /// <exception cref="OutputExistsException">The target exists and may not be replaced.</exception>
    public static ModelFolder Add(ModelFolder source, Action<Stream> write, string target, bool overwrite)
    {
        using ModelFolderWriter writer = new(target, overwrite);
        writer.Copy(source.Path, source.Manifest.Files.Keys.Where(name => name != source.Manifest.Lexicon));
        using (FileStream stream = File.Create(writer.PathOf(FileName)))
        {
            write(stream);
        }

        return writer.Commit(source.Manifest with { Lexicon = FileName });
    }
}
