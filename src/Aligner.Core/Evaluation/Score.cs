namespace Aligner.Core.Evaluation;

/// <summary>The scores of one hypothesis against the gold, as fractions.</summary>
/// <param name="Counts">The link counts that the values derive from.</param>
/// <param name="Precision">See <see cref="LinkCounts.Precision"/>.</param>
/// <param name="Recall">See <see cref="LinkCounts.Recall"/>.</param>
/// <param name="F1">See <see cref="LinkCounts.F1"/>.</param>
/// <param name="Aer">See <see cref="LinkCounts.Aer"/>.</param>
public sealed record Score(LinkCounts Counts, Estimate Precision, Estimate Recall, Estimate F1, Estimate Aer)
{
    /// <summary>Scores a corpus.</summary>
    /// <param name="counts">Counts of the whole corpus.</param>
    /// <param name="resampled">Counts of each bootstrap resample; may be empty.</param>
    public static Score Of(LinkCounts counts, IReadOnlyList<LinkCounts> resampled)
    {
        Estimate Measure(Metric metric) => new(metric.Of(counts), Interval.Of(resampled.Select(metric.Of)));
        return new Score(
            counts, Measure(Metric.Precision), Measure(Metric.Recall), Measure(Metric.F1), Measure(Metric.Aer));
    }
}
