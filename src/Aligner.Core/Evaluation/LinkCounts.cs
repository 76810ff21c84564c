using System.Numerics;
using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>
/// The counts that every score is made of. They add: the score of a corpus is that of the sum over its sentences.
/// </summary>
/// <param name="Predicted">|A|, the links of the hypothesis.</param>
/// <param name="PredictedSure">|A ∩ S|, those that are sure in the gold.</param>
/// <param name="PredictedPossible">|A ∩ P|, those that are sure or possible in the gold.</param>
/// <param name="Sure">|S|, the sure links of the gold.</param>
public readonly record struct LinkCounts(long Predicted, long PredictedSure, long PredictedPossible, long Sure)
    : IAdditionOperators<LinkCounts, LinkCounts, LinkCounts>,
        ISubtractionOperators<LinkCounts, LinkCounts, LinkCounts>
{
    /// <summary>
    /// The α of <see cref="FMeasure"/> that Fraser and Marcu (2007) found to follow translation quality.
    /// </summary>
    public const double FraserMarcuAlpha = 0.4;

    /// <summary>|A ∩ P| / |A|.</summary>
    public double Precision => Ratio(PredictedPossible, Predicted);

    /// <summary>|A ∩ S| / |S|.</summary>
    public double Recall => Ratio(PredictedSure, Sure);

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1 => FMeasure(0.5);

    /// <summary>
    /// Alignment error rate, 1 − (|A ∩ S| + |A ∩ P|) / (|A| + |S|) (Och and Ney 2000). Equals 1 − F1 where every gold
    /// link is sure.
    /// </summary>
    public double Aer => 1 - Ratio(PredictedSure + PredictedPossible, Predicted + Sure);

    /// <summary>Counts the links of one sentence pair.</summary>
    public static LinkCounts Count(Alignment hypothesis, GoldAlignment gold) => new(
        hypothesis.Count,
        CountShared(hypothesis.Links, gold.Sure.Links),
        CountShared(hypothesis.Links, gold.Possible.Links),
        gold.Sure.Count);

    /// <summary>The counts of several sentence pairs together.</summary>
    public static LinkCounts Sum(ReadOnlySpan<LinkCounts> counts)
    {
        LinkCounts sum = default;
        foreach (LinkCounts item in counts)
        {
            sum += item;
        }

        return sum;
    }

    /// <summary>
    /// Weighted F-measure, 1 / (α / precision + (1 − α) / recall) (Fraser and Marcu 2007). A smaller α
    /// weighs recall more.
    /// </summary>
    /// <param name="alpha">Weight of precision, between 0 and 1, neither included; 0.4 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not between 0 and 1.</exception>
    public double FMeasure(double alpha = FraserMarcuAlpha)
    {
        if (alpha is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The weight must lie between 0 and 1.");
        }

        // A precision or recall of 0 divides to infinity, which makes the measure 0.
        return 1 / ((alpha / Precision) + ((1 - alpha) / Recall));
    }

    public static LinkCounts operator +(LinkCounts left, LinkCounts right) => new(
        left.Predicted + right.Predicted,
        left.PredictedSure + right.PredictedSure,
        left.PredictedPossible + right.PredictedPossible,
        left.Sure + right.Sure);

    public static LinkCounts operator -(LinkCounts left, LinkCounts right) => new(
        left.Predicted - right.Predicted,
        left.PredictedSure - right.PredictedSure,
        left.PredictedPossible - right.PredictedPossible,
        left.Sure - right.Sure);

    /// <summary>
    /// The one place that decides zero denominators: a share of nothing is 1. So an empty hypothesis has precision 1,
    /// a gold without sure links has recall 1, and nothing predicted where nothing is sure is perfect.
    /// </summary>
    internal static double Ratio(long part, long whole) => whole == 0 ? 1 : (double)part / whole;

    private static int CountShared(ReadOnlySpan<Link> left, ReadOnlySpan<Link> right)
    {
        int shared = 0;
        int next = 0;
        foreach (Link link in left)
        {
            while (next < right.Length && right[next] < link)
            {
                next++;
            }

            shared += next < right.Length && right[next] == link ? 1 : 0;
        }

        return shared;
    }
}
