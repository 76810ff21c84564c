using System.Globalization;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>Finds lines of a hypothesis that belong to an earlier or a later line of the gold.</summary>
internal static class LineShift
{
    private const int Farthest = 3;

    /// <summary>
    /// Tries shifts of up to three lines. For each, the hypothesis is taken as it stands up to the line, and as shifted
    /// from the line, that together give the lowest error.
    /// </summary>
    public static IEnumerable<Suspicion> Find(
        IReadOnlyList<GoldAlignment> gold, IReadOnlyList<Alignment> hypothesis)
    {
        LinkCounts[] unshifted = [.. hypothesis.Zip(gold, LinkCounts.Count)];
        for (int size = 1; size <= Farthest; size++)
        {
            string lines = size == 1 ? "a line" : string.Create(CultureInfo.InvariantCulture, $"{size} lines");
            yield return Suspect($"it seems to lack {lines}", size);
            yield return Suspect($"it seems to have {lines} too many", -size);
        }

        Suspicion Suspect(string cause, int shift)
        {
            (int start, double aer) = FindStart(unshifted, gold, hypothesis, shift);
            return new Suspicion(string.Create(CultureInfo.InvariantCulture, $"{cause} around line {start + 1}"), aer);
        }
    }

    private static (int Start, double Aer) FindStart(
        LinkCounts[] unshifted, IReadOnlyList<GoldAlignment> gold, IReadOnlyList<Alignment> hypothesis, int shift)
    {
        LinkCounts[] shifted = new LinkCounts[unshifted.Length];
        for (int k = 0; k < shifted.Length; k++)
        {
            int moved = k + shift;
            LinkCounts found = moved >= 0 && moved < gold.Count
                ? LinkCounts.Count(hypothesis[k], gold[moved])
                : new LinkCounts(hypothesis[k].Count, 0, 0, 0);
            shifted[k] = found with { Sure = unshifted[k].Sure };
        }

        // The sum for a start at k differs from that for k + 1 by one line.
        LinkCounts sum = LinkCounts.Sum(shifted);
        (int Start, double Aer) best = (0, sum.Aer);
        for (int k = 0; k < shifted.Length; k++)
        {
            sum += unshifted[k] - shifted[k];
            if (sum.Aer < best.Aer)
            {
                best = (k + 1, sum.Aer);
            }
        }

        return best;
    }
}
