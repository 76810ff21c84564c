using Aligner.Core.Numerics;

namespace Aligner.Core.Evaluation;

/// <summary>Significance tests between two systems that aligned the same sentences.</summary>
internal static class PairedTest
{
    /// <summary>Compares a system with a baseline by each metric.</summary>
    /// <param name="system">The system, resampled at least once.</param>
    /// <param name="baseline">The baseline, resampled by the same draws.</param>
    /// <param name="metrics">What to compare.</param>
    /// <param name="seed">Seed of the randomization test, which makes as many trials as there are resamples.</param>
    public static IReadOnlyList<PairedComparison> Compare(
        PairedSample system, PairedSample baseline, IReadOnlyList<Metric> metrics, int seed)
    {
        (LinkCounts, LinkCounts) sums = (LinkCounts.Sum(system.Sentences), LinkCounts.Sum(baseline.Sentences));
        (LinkCounts, LinkCounts)[] resampled = [.. system.Resampled.Zip(baseline.Resampled)];
        (LinkCounts, LinkCounts)[] exchanged = Exchange(system.Sentences, baseline.Sentences, resampled.Length, seed);
        return [.. metrics.Select(metric =>
        {
            double DeltaOf((LinkCounts System, LinkCounts Baseline) pair) =>
                metric.Of(pair.System) - metric.Of(pair.Baseline);

            double delta = DeltaOf(sums);
            double[] deltas = [.. resampled.Select(DeltaOf)];
            return new PairedComparison(
                system.Name,
                baseline.Name,
                metric,
                new Estimate(delta, Interval.Of(deltas)),
                Wins(deltas, metric),
                BootstrapP(delta, deltas),
                RandomizationP(delta, exchanged.Select(DeltaOf)));
        })];
    }

    private static (LinkCounts, LinkCounts)[] Exchange(
        ReadOnlySpan<LinkCounts> system, ReadOnlySpan<LinkCounts> baseline, int trials, int seed)
    {
        (LinkCounts, LinkCounts)[] exchanged = new (LinkCounts, LinkCounts)[trials];
        SplitMix64 random = new((ulong)seed);
        for (int trial = 0; trial < trials; trial++)
        {
            LinkCounts first = default;
            LinkCounts second = default;
            ulong bits = 0;
            for (int i = 0; i < system.Length; i++, bits >>= 1)
            {
                bits = i % 64 == 0 ? random.Next() : bits;
                bool exchange = (bits & 1) != 0;
                first += exchange ? baseline[i] : system[i];
                second += exchange ? system[i] : baseline[i];
            }

            exchanged[trial] = (first, second);
        }

        return exchanged;
    }

    private static double Wins(double[] deltas, Metric metric) =>
        (double)deltas.Count(delta => metric.HigherIsBetter ? delta > 0 : delta < 0) / deltas.Length;

    private static double BootstrapP(double delta, double[] resampled)
    {
        int notWon = resampled.Count(value => delta >= 0 ? value <= 0 : value >= 0);
        return Math.Min(1, 2 * Share(notWon, resampled.Length));
    }

    private static double RandomizationP(double delta, IEnumerable<double> exchanged)
    {
        double[] deltas = [.. exchanged];
        return Share(deltas.Count(value => Math.Abs(value) >= Math.Abs(delta)), deltas.Length);
    }

    private static double Share(int trials, int all) => (trials + 1.0) / (all + 1);
}
