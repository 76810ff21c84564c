namespace Aligner.Core.Evaluation;

/// <summary>A 95% interval: 2.5% of the resampled values lie below it and 2.5% above.</summary>
public readonly record struct Interval(double Low, double High)
{
    private const double Tail = 0.025;

    /// <summary>
    /// The percentile interval (Efron 1979) of resampled values, with linear interpolation between order statistics;
    /// absent where there are none.
    /// </summary>
    internal static Interval? Of(IEnumerable<double> resampled)
    {
        double[] sorted = [.. resampled.Order()];
        return sorted.Length == 0 ? null : new Interval(Quantile(sorted, Tail), Quantile(sorted, 1 - Tail));
    }

    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return double.Lerp(sorted[below], sorted[above], position - below);
    }
}
