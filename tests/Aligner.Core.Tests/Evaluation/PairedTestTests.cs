using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class PairedTestTests
{
    private const int Seed = 1;
    private static readonly LinkCounts Right = new(1, 1, 1, 1);
    private static readonly LinkCounts Wrong = new(1, 0, 0, 1);

    [Fact]
    public void Identical_systems_do_not_differ()
    {
        LinkCounts[] sentences = [Right, Wrong, Right, Right, Wrong];

        PairedComparison comparison = Compare(sentences, sentences, Metric.Aer, 100);

        comparison.Delta.ShouldBe(new Estimate(0, new Interval(0, 0)));
        comparison.Wins.ShouldBe(0);
        comparison.BootstrapP.ShouldBe(1);
        comparison.RandomizationP.ShouldBe(1);
    }

    [Fact]
    public void System_that_is_better_everywhere_differs_as_much_as_the_trials_can_show()
    {
        LinkCounts[] better = [.. Enumerable.Repeat(Right, 50)];
        LinkCounts[] worse = [.. Enumerable.Repeat(Wrong, 50)];

        PairedComparison comparison = Compare(better, worse, Metric.Aer, 999);

        comparison.Delta.Value.ShouldBe(-1);
        comparison.Wins.ShouldBe(1);
        comparison.BootstrapP.ShouldBe(2 / 1000.0);
        comparison.RandomizationP.ShouldBe(1 / 1000.0);
    }

    [Fact]
    public void P_values_are_those_of_the_sign_test()
    {
        // The systems differ in 16 of 100 sentences, 12 to 4. Exchanged at random, at least 12 of 16 go one way with
        // probability 2 · 2517 / 2^16 = 0.0768. Resampled, the difference is 8 ± √(16 − 8²/100), so it is 0 or less
        // in 2.3 to 2.5% of the resamples plus half of those at 0 itself: about 3.1%, doubled.
        LinkCounts[] system = [.. Enumerable.Range(0, 100).Select(k => k < 12 || k >= 16 ? Right : Wrong)];
        LinkCounts[] baseline = [.. Enumerable.Range(0, 100).Select(k => k >= 12 ? Right : Wrong)];

        foreach (Metric metric in new[] { Metric.Aer, Metric.F1 })
        {
            PairedComparison comparison = Compare(system, baseline, metric, 20_000);

            Math.Abs(comparison.Delta.Value).ShouldBe(0.08, 1e-12);
            comparison.RandomizationP.ShouldBe(0.0768, 0.006);
            comparison.BootstrapP.ShouldBe(0.058, 0.01);
            comparison.Wins.ShouldBe(0.97, 0.01);
        }
    }

    [Fact]
    public void Comparison_with_exchanged_roles_is_the_mirror_image()
    {
        LinkCounts[] system = [Right, Right, Wrong, Right, Right, Right, Wrong];
        LinkCounts[] baseline = [Wrong, Right, Right, Wrong, Right, Right, Wrong];

        PairedComparison there = Compare(system, baseline, Metric.F1, 500);
        PairedComparison back = Compare(baseline, system, Metric.F1, 500);

        back.Delta.Value.ShouldBe(-there.Delta.Value);
        back.Delta.Interval!.Value.Low.ShouldBe(-there.Delta.Interval!.Value.High, 1e-12);
        back.BootstrapP.ShouldBe(there.BootstrapP);
        back.RandomizationP.ShouldBe(there.RandomizationP);
    }

    private static PairedComparison Compare(LinkCounts[] system, LinkCounts[] baseline, Metric metric, int trials)
    {
        LinkCounts[][] resampled = Bootstrap.Resample([system, baseline], trials, Seed);
        return PairedTest.Compare(
            new PairedSample("system", system, resampled[0]),
            new PairedSample("baseline", baseline, resampled[1]),
            [metric],
            Seed).ShouldHaveSingleItem();
    }
}
