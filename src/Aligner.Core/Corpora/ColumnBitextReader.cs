using System.Globalization;
using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>
/// Reads two columns of a table with a TAB between columns, such as the exports of OPUS and Tatoeba. A blank line is a
/// pair of two empty sides, and either side may be empty.
/// </summary>
/// <param name="reader">Lines; disposed with the reader.</param>
/// <param name="source">1-based column of the source sentence.</param>
/// <param name="target">1-based column of the target sentence.</param>
internal sealed class ColumnBitextReader(LineReader reader, int source, int target) : BitextReader
{
    /// <inheritdoc />
    public override string Name => reader.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        if (reader.ReadLine() is not { } line)
        {
            return null;
        }

        if (line.AsSpan().Trim(" \t").IsEmpty)
        {
            return new SentencePair(reader.Line, "", "") { Text = line };
        }

        string[] columns = line.Split('\t');
        return columns.Length >= Math.Max(source, target)
            ? new SentencePair(reader.Line, columns[source - 1], columns[target - 1]) { Text = line }
            : throw new BrokenLineException(Name, reader.Line, string.Create(
                CultureInfo.InvariantCulture,
                $"{columns.Length} columns, of which {Math.Max(source, target)} are needed: {Excerpt.Quote(line)}"));
    }

    /// <inheritdoc />
    public override bool Skip() => reader.SkipLine();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }
}
