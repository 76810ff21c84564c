using System.Numerics;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>Words of both sides that have no link at all. The counts add.</summary>
/// <param name="Gold">Words without a sure or possible gold link.</param>
/// <param name="Predicted">Words without a link in the hypothesis.</param>
/// <param name="Both">Words without a link in either.</param>
public readonly record struct NullWordCounts(long Gold, long Predicted, long Both)
    : IAdditionOperators<NullWordCounts, NullWordCounts, NullWordCounts>
{
    /// <summary>Share of the words left unaligned that are unaligned in the gold.</summary>
    public double Precision => LinkCounts.Ratio(Both, Predicted);

    /// <summary>Share of the gold's unaligned words that are left unaligned.</summary>
    public double Recall => LinkCounts.Ratio(Both, Gold);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => LinkCounts.Ratio(2 * Both, Gold + Predicted);

    /// <summary>Counts the unaligned words of one sentence pair.</summary>
    /// <param name="hypothesis">Predicted links.</param>
    /// <param name="gold">Gold links.</param>
    /// <param name="lengths">Tokens of the pair; must cover the links of both.</param>
    public static NullWordCounts Count(Alignment hypothesis, GoldAlignment gold, SentenceLengths lengths) =>
        CountSide(hypothesis, gold, lengths.Source, link => link.Source)
        + CountSide(hypothesis, gold, lengths.Target, link => link.Target);

    public static NullWordCounts operator +(NullWordCounts left, NullWordCounts right) =>
        new(left.Gold + right.Gold, left.Predicted + right.Predicted, left.Both + right.Both);

    private static NullWordCounts CountSide(
        Alignment hypothesis, GoldAlignment gold, int length, Func<Link, int> side)
    {
        HashSet<int> aligned = [.. hypothesis.Select(side)];
        HashSet<int> alignedInGold = [.. gold.Possible.Select(side)];
        (int predicted, int inGold) = (aligned.Count, alignedInGold.Count);
        aligned.UnionWith(alignedInGold);
        return new NullWordCounts(length - inGold, length - predicted, length - aligned.Count);
    }
}
