namespace Aligner.Core.Corpora;

/// <summary>Reads a bitext in which a pair of two empty sides stands for each line that breaks the format.</summary>
/// <param name="reader">The bitext; disposed with the reader.</param>
/// <param name="skipped">Told of each such line.</param>
public sealed class SkippingBitextReader(BitextReader reader, Action<BrokenLineException> skipped) : BitextReader
{
    private long _line;

    /// <inheritdoc />
    public override string Name => reader.Name;

    /// <inheritdoc />
    public override SentencePair? Read()
    {
        _line++;
        try
        {
            return reader.Read();
        }
        catch (BrokenLineException exception)
        {
            skipped(exception);
            return new SentencePair(_line, "", "") { Text = "" };
        }
    }

    /// <inheritdoc />
    public override bool Skip()
    {
        _line++;
        return reader.Skip();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }
}
