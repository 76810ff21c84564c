using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class BootstrapTests
{
    private static readonly LinkCounts Right = new(1, 1, 1, 1);
    private static readonly LinkCounts Wrong = new(1, 0, 0, 1);

    [Fact]
    public void Same_seed_draws_the_same_and_another_seed_does_not()
    {
        LinkCounts[] sentences = [.. Enumerable.Range(0, 50).Select(k => new LinkCounts(k, k, k, k))];

        LinkCounts[] first = Bootstrap.Resample([sentences], 20, 1)[0];

        Bootstrap.Resample([sentences], 20, 1)[0].ShouldBe(first);
        Bootstrap.Resample([sentences], 20, 2)[0].ShouldNotBe(first);
    }

    [Fact]
    public void Every_system_gets_the_same_sentences()
    {
        LinkCounts[] one = [.. Enumerable.Range(0, 50).Select(k => new LinkCounts(k, 0, 0, 0))];
        LinkCounts[] twice = [.. one.Select(counts => counts + counts)];

        LinkCounts[][] resampled = Bootstrap.Resample([one, twice], 20, 1);

        resampled[1].ShouldBe(resampled[0].Select(counts => counts + counts));
    }

    [Fact]
    public void Resample_has_as_many_sentences_as_the_corpus() =>
        Bootstrap.Resample([[Right, Wrong, Wrong]], 100, 1)[0].ShouldAllBe(counts => counts.Predicted == 3);

    [Fact]
    public void Interval_of_a_share_is_the_binomial_one()
    {
        // 400 sentences, half of them right: 0.5 ± 1.96 · √(0.25 / 400).
        LinkCounts[] sentences = [.. Enumerable.Range(0, 400).Select(k => k % 2 == 0 ? Right : Wrong)];

        Interval? interval = Interval.Of(Bootstrap.Resample([sentences], 10_000, 1)[0].Select(Metric.Precision.Of));

        interval!.Value.Low.ShouldBe(0.451, 0.004);
        interval.Value.High.ShouldBe(0.549, 0.004);
    }

    [Fact]
    public void Interval_interpolates_between_order_statistics()
    {
        // Of 0 … 10, the 2.5% point lies a quarter of the way from 0 to 1.
        Interval? interval = Interval.Of(Enumerable.Range(0, 11).Reverse().Select(value => (double)value));

        interval!.Value.Low.ShouldBe(0.25, 1e-12);
        interval.Value.High.ShouldBe(9.75, 1e-12);
        Interval.Of([]).ShouldBeNull();
    }

    [Fact]
    public void Empty_corpus_resamples_to_nothing() =>
        Bootstrap.Resample([[]], 2, 1)[0].ShouldBe([default, default]);
}
