namespace Aligner.Statistical.Inflections;

/// <summary>Finds the words that an inflection may express.</summary>
internal static class InflectionKernel
{
    /// <summary>The places near a head whose words have no link: those before it, then those after it.</summary>
    /// <param name="linkCounts">The links of each word.</param>
    /// <param name="head">The place of the head.</param>
    /// <param name="places">Where the places go: half of them before the head, half after it.</param>
    /// <returns>How many there are.</returns>
    public static int Unlinked(ReadOnlySpan<int> linkCounts, int head, Span<int> places)
    {
        int distance = places.Length / 2;
        int count = 0;
        for (int place = head - 1; place >= Math.Max(0, head - distance); place--)
        {
            if (linkCounts[place] == 0)
            {
                places[count++] = place;
            }
        }

        for (int place = head + 1; place <= Math.Min(linkCounts.Length - 1, head + distance); place++)
        {
            if (linkCounts[place] == 0)
            {
                places[count++] = place;
            }
        }

        return count;
    }
}
