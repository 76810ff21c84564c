namespace Aligner.Applications.Filtering;

/// <summary>Order statistics of numbers.</summary>
internal static class Spread
{
    /// <summary>The share of the numbers that is below the result; 0 for no numbers.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    /// <summary>The median.</summary>
    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>
    /// The median distance from the median, scaled to the standard deviation of a normal distribution.
    /// </summary>
    public static double Deviation(IReadOnlyList<double> values)
    {
        double median = Median(values);
        return 1.4826 * Median(values.Select(value => Math.Abs(value - median)));
    }
}
