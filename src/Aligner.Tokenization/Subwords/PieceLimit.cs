using Aligner.Tokenization.Subwords.Models;

namespace Aligner.Tokenization.Subwords;

/// <summary>How much of a text a number of pieces is. The pieces of one character stay together.</summary>
internal static class PieceLimit
{
    /// <summary>The number of pieces from the start that are no more than <paramref name="limit"/>.</summary>
    public static int First(List<PieceSpan> pieces, int limit)
    {
        int count = Math.Min(pieces.Count, limit);
        while (IsWithinCharacter(pieces, count))
        {
            count--;
        }

        return count;
    }

    /// <summary>The number of pieces at the end that are no more than <paramref name="limit"/>.</summary>
    public static int Last(List<PieceSpan> pieces, int limit)
    {
        int count = Math.Min(pieces.Count, limit);
        while (IsWithinCharacter(pieces, pieces.Count - count))
        {
            count--;
        }

        return count;
    }

    /// <summary>Where the first <paramref name="count"/> pieces end; all are the whole text.</summary>
    public static int End(List<PieceSpan> pieces, int count, int length) =>
        count == pieces.Count ? length : count == 0 ? 0 : pieces[count - 1].Span.End;

    /// <summary>Where the last <paramref name="count"/> pieces start; all are the whole text.</summary>
    public static int Start(List<PieceSpan> pieces, int count, int length) =>
        count == pieces.Count ? 0 : count == 0 ? length : pieces[^count].Span.Start;

    private static bool IsWithinCharacter(List<PieceSpan> pieces, int index) =>
        index > 0 && index < pieces.Count && pieces[index].Span.Start < pieces[index - 1].Span.End;
}
