using System.Globalization;
using Aligner.Applications.Exporting;
using Aligner.Core;
using Aligner.Core.Text;

namespace Aligner.Cli.Inputs;

/// <summary>Reads spans of words, a line a sentence: <c>0:2 5:6</c> are the first two words and the sixth.</summary>
internal static class WordSpanReader
{
    /// <summary>Opens a file; lines are read as they are asked for.</summary>
    /// <exception cref="DataException">While iterating: a line breaks the format.</exception>
    public static NamedInput<WordSpan[]> Open(string path)
    {
        LineReader reader = TextInput.Open(path);
        return new NamedInput<WordSpan[]>(reader.Name, Read(reader));
    }

    private static IEnumerable<WordSpan[]> Read(LineReader reader)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
            {
                yield return
                [
                    .. line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                        .Select(text => Parse(reader, text)),
                ];
            }
        }
    }

    private static WordSpan Parse(LineReader reader, string text) =>
        text.Split(':') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int last)
        && first < last
            ? new WordSpan(first, last)
            : throw new BrokenLineException(
                reader.Name, reader.Line, $"{Excerpt.Quote(text)} is not a span of words such as 0:2");
}
