using Aligner.Core.Text;

namespace Aligner.Core.Corpora;

/// <summary>
/// Reads a bitext of two files whose lines correspond. Where the first two lines of both begin with the same number and
/// a TAB, as SimAlign reads them, these numbers are no words; they have to agree in every line.
/// </summary>
/// <param name="source">Source sentences; disposed with the reader.</param>
/// <param name="target">Target sentences; disposed with the reader.</param>
internal sealed class SplitBitextReader(LineReader source, LineReader target) : BitextReader
{
    private bool? _isNumbered;

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

        _isNumbered ??= HaveNumber(sourceLine, targetLine) && NextHaveNumber();
        return sourceLine is null || targetLine is null
            ? throw OfDifferentLength()
            : _isNumbered == true ? WithoutNumbers(sourceLine, targetLine)
            : new SentencePair(source.Line, sourceLine, targetLine);
    }

    /// <inheritdoc />
    public override bool Skip()
    {
        if (_isNumbered is null)
        {
            return base.Skip();
        }

        bool hasSource = source.SkipLine(), hasTarget = target.SkipLine();
        return hasSource == hasTarget ? hasSource : throw OfDifferentLength();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            target.Dispose();
        }
    }

    private static bool HaveNumber(string? sourceLine, string? targetLine) =>
        Number(sourceLine) is { } number && number == Number(targetLine);

    /// <summary>The digits before the only TAB of a line; null if there are none.</summary>
    private static string? Number(string? line) =>
        line is not null && line.IndexOf('\t', StringComparison.Ordinal) is > 0 and var tab
            && line.LastIndexOf('\t') == tab && line.AsSpan(0, tab).IndexOfAnyExceptInRange('0', '9') < 0
            ? line[..tab]
            : null;

    private bool NextHaveNumber()
    {
        try
        {
            (string? sourceLine, string? targetLine) = (source.PeekLine(), target.PeekLine());
            return (sourceLine is null && targetLine is null) || HaveNumber(sourceLine, targetLine);
        }
        catch (BrokenLineException)
        {
            return true;
        }
    }

    private SentencePair WithoutNumbers(string sourceLine, string targetLine)
    {
        int text = sourceLine.IndexOf('\t', StringComparison.Ordinal) + 1;
        return HaveNumber(sourceLine, targetLine)
            ? new SentencePair(source.Line, sourceLine[text..], targetLine[text..])
            : throw new BrokenLineException(source.Name, source.Line, "not the number of a sentence, as in the first "
                + $"lines, and a TAB, the same as in {target.Name}: {Excerpt.Quote(sourceLine)}");
    }

    private DataException OfDifferentLength() => new(
        $"{source.Name} has {CountLines(source)} lines and {target.Name} has {CountLines(target)}: "
        + "they must correspond");

    private static long CountLines(LineReader reader)
    {
        while (reader.SkipLine())
        {
        }

        return reader.Line;
    }
}
