using Aligner.Core;
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
        if (StatisticalModelFormat.IsModel(path))
        {
            return ModelPriors.Of(StatisticalModelFormat.Open(path));
        }

        bool isEflomal;
        using (LineReader first = TextInput.Open(path))
        {
            isEflomal = first.ReadLine() is { } line && EflomalPriorsFormat.Recognizes(line);
        }

        using LineReader reader = TextInput.Open(path);
        return isEflomal ? EflomalPriorsFormat.Read(reader) : DictionaryFormat.Read(reader);
    }
}
