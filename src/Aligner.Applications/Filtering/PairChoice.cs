using Aligner.Core;

namespace Aligner.Applications.Filtering;

/// <summary>Which pairs are kept. Pairs are to be asked about once each, in their order.</summary>
public sealed class PairChoice
{
    private readonly double _minimum;
    private long _equal;

    /// <param name="minimum">Pairs of a higher score are kept.</param>
    /// <param name="equal">How many pairs of just this score are kept, the first ones.</param>
    private PairChoice(double minimum, long equal) => (_minimum, _equal) = (minimum, equal);

    /// <summary>Keeps pairs with a score of at least <paramref name="minimum"/>.</summary>
    public static PairChoice AtLeast(double minimum) => new(minimum, long.MaxValue);

    /// <summary>
    /// Keeps a share of the pairs, rounded up: those of the best scores, and of equal ones the first.
    /// </summary>
    /// <param name="scores">The scores of all pairs.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static PairChoice Best(IEnumerable<double> scores, double share)
    {
        OptionChecks.Fraction(share);
        double[] sorted = [.. scores.OrderDescending()];
        int count = (int)Math.Ceiling(share * sorted.Length);
        return count == 0
            ? new PairChoice(double.PositiveInfinity, 0)
            : new PairChoice(sorted[count - 1], count - sorted.LongCount(score => score > sorted[count - 1]));
    }

    /// <summary>Whether the next pair is kept.</summary>
    /// <param name="score">Its score.</param>
    public bool Keeps(double score) => score > _minimum || (score.Equals(_minimum) && _equal-- > 0);
}
