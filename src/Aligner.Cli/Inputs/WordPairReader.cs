using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>
/// Reads a dictionary, an entry a line: source and target with a tab between them or, without tabs, a blank, as in
/// MUSE. Further columns are passed over, and empty lines too.
/// </summary>
internal static class WordPairReader
{
    /// <exception cref="DataException">A line has one column only.</exception>
    public static IReadOnlyList<(string Source, string Target)> Read(string path)
    {
        using LineReader reader = TextInput.Open(path);
        List<(string, string)> entries = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().Trim(" \t").IsEmpty)
            {
                continue;
            }

            string[] fields = line.Contains('\t', StringComparison.Ordinal)
                ? line.Split('\t')
                : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            entries.Add(fields is [var source, var target, ..]
                ? (source, target)
                : throw new BrokenLineException(
                    reader.Name, reader.Line, $"{Excerpt.Quote(line)} is not source, tab, target"));
        }

        return entries;
    }
}
