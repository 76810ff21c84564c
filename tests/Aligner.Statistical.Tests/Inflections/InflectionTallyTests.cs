using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Inflections;

public class InflectionTallyTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Two_tables_worked_out_by_hand_are_summed()
    {
        InflectionTally tally = default;
        tally.Add(count: 10, withSuffix: 5, withWord: 4, withBoth: 4); // 4 1 / 0 5
        tally.Add(count: 4, withSuffix: 2, withWord: 2, withBoth: 1); // 1 1 / 1 1

        // Expected 2 and 1; variances 5·5·4·6 / (100·9) = 2/3 and 2·2·2·2 / (16·3) = 1/3.
        tally.Observed.ShouldBe(5);
        tally.Deviation.ShouldBe((5 - 3) / Math.Sqrt(1), Tolerance);

        // Σ ad/n = 4·5/10 + 1·1/4, Σ bc/n = 0 + 1·1/4, and 0.2 of smoothing.
        tally.Probability.ShouldBe(2.25 / (2.25 + 0.25 + 0.2), Tolerance);
    }

    [Fact]
    public void Words_that_come_with_any_suffix_alike_deviate_by_nothing()
    {
        InflectionTally tally = default;
        tally.Add(count: 100, withSuffix: 50, withWord: 40, withBoth: 20);

        tally.Deviation.ShouldBe(0, Tolerance);
        tally.Probability.ShouldBe(6 / (6 + 6 + 0.2), Tolerance); // 20·30/100 each
    }

    [Fact]
    public void A_head_that_always_has_the_word_or_the_suffix_tells_nothing()
    {
        InflectionTally tally = default;
        tally.Add(count: 9, withSuffix: 9, withWord: 3, withBoth: 3);
        tally.Add(count: 9, withSuffix: 3, withWord: 9, withBoth: 3);

        tally.Deviation.ShouldBe(0);
        tally.Probability.ShouldBe(0);
    }
}
