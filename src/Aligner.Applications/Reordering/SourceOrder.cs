using Aligner.Core.Alignments;

namespace Aligner.Applications.Reordering;

/// <summary>The source words of a pair in the order of the target.</summary>
/// <param name="Permutation">
/// The 0-based indices of the source words in their new order: word <c>Permutation[k]</c> comes at place k.
/// </param>
/// <param name="KendallTau">
/// Kendall's τ between source order and new order: 1 - 2·inversions / (n(n-1)/2), from -1 (reversed) to 1 (unchanged);
/// 1 for fewer than two words.
/// </param>
/// <param name="CrossingRate">
/// Share of the pairs of links that cross, i &lt; i' and j &gt; j'; 0 for fewer than two links.
/// </param>
/// <param name="IsBtgValid">Whether a bracketing transduction grammar can make the free order.</param>
public sealed record SourceOrder(
    IReadOnlyList<int> Permutation, double KendallTau, double CrossingRate, bool IsBtgValid)
{
    /// <summary>Reads the order from links.</summary>
    /// <param name="links">
    /// The links. A linked word has the mean position of its target words; a word without links that of its left
    /// neighbor, and stands before all others at the beginning. Words of equal position keep their order.
    /// </param>
    /// <param name="sourceLength">The number of source words; must cover the links.</param>
    /// <param name="rule">Which orders are allowed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A link has a source word outside of the pair.</exception>
    public static SourceOrder Of(Alignment links, int sourceLength, ReorderingRule rule = ReorderingRule.Free)
    {
        if (links.Count > 0)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(links[^1].Source, sourceLength, nameof(links));
        }

        double[] positions = Positions(links, sourceLength);
        int[] order = [.. Enumerable.Range(0, sourceLength).OrderBy(word => positions[word])];
        int[] ranks = new int[sourceLength];
        for (int k = 0; k < order.Length; k++)
        {
            ranks[order[k]] = k;
        }

        List<(int Start, int End)> blocks = BlockParser.Parse(ranks);
        if (rule == ReorderingRule.Btg)
        {
            order = [.. blocks.SelectMany(block => order[block.Start..block.End])];
        }

        return new SourceOrder(order, Tau([.. order]), Crossings(links), blocks.Count <= 1);
    }

    /// <summary>The mean target position of each source word.</summary>
    private static double[] Positions(Alignment links, int sourceLength)
    {
        double[] sums = new double[sourceLength];
        int[] counts = new int[sourceLength];
        foreach ((int source, int target) in links)
        {
            sums[source] += target;
            counts[source]++;
        }

        double last = -1;
        for (int word = 0; word < sourceLength; word++)
        {
            last = counts[word] > 0 ? sums[word] / counts[word] : last;
            sums[word] = last;
        }

        return sums;
    }

    private static double Tau(int[] order) =>
        order.Length < 2 ? 1 : 1 - (2 * Inversions.CountAndSort(order) / Pairs(order.Length));

    /// <summary>Links are sorted by source and then by target, so those of one source word do not cross.</summary>
    private static double Crossings(Alignment links) => links.Count < 2
        ? 0
        : Inversions.CountAndSort([.. links.Select(link => link.Target)]) / Pairs(links.Count);

    private static double Pairs(int count) => count * (count - 1.0) / 2;
}
