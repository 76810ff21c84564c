using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Core.Text;
using Aligner.Statistical.Models;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>Reads priors from a saved model, from eflomal's text or from a dictionary, whichever the file is.</summary>
public static class PriorsFile
{
    /// <param name="path">A path; plain or gzip.</param>
    /// <exception cref="DataException">The file breaks its format.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static AlignmentPriors Read(string path)
    {
        // A pipe can be opened only once.
        using PrefixedStream stream = PrefixedStream.Open(path, StatisticalModelFormat.MagicLength);
        string name = path == TextInput.StandardStreamPath ? TextInput.StandardInputName : path;
        if (StatisticalModelFormat.Begins(stream.Prefix))
        {
            return ModelPriors.Of(FileKinds.Of(path) == FileKind.Regular
                ? StatisticalModelFormat.Open(path)
                : StatisticalModelFormat.Read(stream, name));
        }

        using LineReader reader = new(stream, name);
        return reader.PeekLine() is { } line && EflomalPriorsFormat.Recognizes(line)
            ? EflomalPriorsFormat.Read(reader)
            : DictionaryFormat.Read(reader);
    }
}
