using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>
/// Reads a bitext with both sides in a line, parted by <c> ||| </c> or by a TAB. The first line that is not blank
/// decides for the whole file: where it is <c> ||| </c>, a TAB is an ordinary blank; where it is TAB, <c>|||</c> is an
/// ordinary token. A blank line is a pair of two empty sides, and either side may be empty.
/// </summary>
/// <param name="reader">Lines; disposed with the reader.</param>
internal sealed class JointBitextReader(LineReader reader) : BitextReader
{
    private const string Bars = "|||";
    private const string Tab = "\t";

    private string? _separator;

    /// <inheritdoc />
    public override string Name => reader.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        string? line = reader.ReadLine();
        if (line is null)
        {
            return null;
        }

        if (line.AsSpan().Trim(" \t").IsEmpty)
        {
            return new SentencePair(reader.Line, "", "") { Text = line };
        }

        string separator = _separator ?? (IndexOfBars(line, 0) >= 0 ? Bars : Tab);
        int index = IndexOf(separator, line, 0);
        if (index < 0)
        {
            throw Broken("no", separator, line);
        }

        // A line without any decides nothing for those after it.
        _separator = separator;
        int end = index + separator.Length;
        if (IndexOf(separator, line, end) >= 0)
        {
            throw Broken("more than one", separator, line);
        }

        // The spaces around the bars belong to them.
        int blank = separator == Bars ? 1 : 0;
        return new SentencePair(
            reader.Line, line[..Math.Max(0, index - blank)], line[Math.Min(line.Length, end + blank)..])
        {
            Text = line,
        };
    }

    /// <inheritdoc />
    public override bool Skip() => _separator is null ? base.Skip() : reader.SkipLine();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }

    private static int IndexOf(string separator, string line, int start) =>
        separator == Tab ? line.IndexOf('\t', start) : IndexOfBars(line, start);

    /// <summary>Finds <c>|||</c> between spaces or the ends of the line.</summary>
    private static int IndexOfBars(string line, int start)
    {
        int index = line.IndexOf(Bars, start, StringComparison.Ordinal);
        while (index >= 0)
        {
            int end = index + Bars.Length;
            if ((index == 0 || line[index - 1] == ' ') && (end == line.Length || line[end] == ' '))
            {
                return index;
            }

            index = line.IndexOf(Bars, index + 1, StringComparison.Ordinal);
        }

        return -1;
    }

    private BrokenLineException Broken(string count, string separator, string line)
    {
        string name = separator == Tab ? "TAB (or \" ||| \")" : "\" ||| \"";
        return new BrokenLineException(
            Name, reader.Line, $"{count} {name} between source and target: {Excerpt.Quote(line)}");
    }
}
