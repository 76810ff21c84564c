using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>Reads a bitext of two files whose lines correspond.</summary>
/// <param name="source">Source sentences; disposed with the reader.</param>
/// <param name="target">Target sentences; disposed with the reader.</param>
internal sealed class SplitBitextReader(LineReader source, LineReader target) : BitextReader
{
    /// <inheritdoc />
    public override string Name => $"{source.Name} and {target.Name}";

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        string? sourceLine;
        try
        {
            sourceLine = source.ReadLine();
        }
        catch (BrokenLineException)
        {
            // The other file has to stay in step with this one.
            target.SkipLine();
            throw;
        }

        string? targetLine = target.ReadLine();
        if (sourceLine is null && targetLine is null)
        {
            return null;
        }

        return sourceLine is null || targetLine is null
            ? throw new DataException(
                $"{source.Name} has {CountLines(source)} lines and {target.Name} has {CountLines(target)}: "
                + "they must correspond")
            : new SentencePair(source.Line, sourceLine, targetLine);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            target.Dispose();
        }
    }

    private static long CountLines(LineReader reader)
    {
        while (reader.ReadLine() is not null)
        {
        }

        return reader.Line;
    }
}
