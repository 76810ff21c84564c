using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Applications.Lexicons;

/// <summary>Reads lemmas: a word, a tab and its lemma on each line. Empty lines say nothing.</summary>
public static class LemmaFile
{
    /// <summary>Reads all lemmas; of several for a word, the first counts.</summary>
    /// <exception cref="DataException">A line has another form.</exception>
    public static IReadOnlyDictionary<string, string> Read(LineReader reader)
    {
        Dictionary<string, string> lemmas = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [{ Length: > 0 } word, { Length: > 0 } lemma])
            {
                lemmas.TryAdd(word, lemma);
            }
            else if (line.Length > 0)
            {
                throw new DataException(
                    reader.Name, reader.Line, $"{Excerpt.Quote(line)} is not a word, a tab and its lemma");
            }
        }

        return lemmas;
    }
}
