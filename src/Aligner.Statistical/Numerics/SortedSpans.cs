namespace Aligner.Statistical.Numerics;

/// <summary>Lookup in sorted numbers.</summary>
internal static class SortedSpans
{
    /// <summary>
    /// The place of a number in distinct ascending ones, or −1. Branch-free binary search: the branches would be
    /// unpredictable.
    /// </summary>
    /// <param name="sorted">Distinct ascending numbers from 0 on.</param>
    /// <param name="value">The number, −1 at least.</param>
    public static int Find(ReadOnlySpan<int> sorted, int value)
    {
        int first = 0;
        int length = sorted.Length;
        while (length > 1)
        {
            int half = length >> 1;
            int isBefore = (sorted[first + half - 1] - value) >> 31; // all ones where it is
            first += half & isBefore;
            length -= half;
        }

        return length == 1 && sorted[first] == value ? first : -1;
    }
}
