using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Similarity.Mapping;

/// <summary>Word pairs that are known to be translations.</summary>
public static class SeedPairs
{
    /// <summary>Reads a source word and a target word a line, with blanks or tabs between.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input; plain or gzip.</param>
    /// <exception cref="DataException">A line does not hold two words.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<(string Source, string Target)> Read(string path)
    {
        using LineReader lines = TextInput.Open(path);
        List<(string Source, string Target)> pairs = [];
        while (lines.ReadLine() is { } line)
        {
            string[] fields = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length != 2)
            {
                throw new DataException(lines.Name, lines.Line, $"{fields.Length} words where there should be two");
            }

            pairs.Add((fields[0], fields[1]));
        }

        return pairs;
    }

    /// <summary>The words that are spelled the same in both languages, in the order of the source words.</summary>
    public static IReadOnlyList<(string Source, string Target)> Identical(
        IEnumerable<string> sourceWords, IEnumerable<string> targetWords) =>
        [.. sourceWords.Distinct().Intersect(targetWords).Select(word => (word, word))];
}
