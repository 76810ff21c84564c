using Aligner.Combination.Deciders;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Combination.Tests.Deciders;

public class ExpectedF1Tests
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithReplay(20071, 3);

    /// <summary>
    /// With 1.8 links expected in all, taking one has an expected F1 of 2 · 0.9 / (1 + 1.8), two 2 · 1.7 / (2 + 1.8),
    /// all three 2 · 1.8 / (3 + 1.8): 0.64, 0.89 and 0.75.
    /// </summary>
    [Fact]
    public void The_threshold_is_half_of_the_best_expected_F1() =>
        ExpectedF1.Threshold([0.1f, 0.9f, 0.8f]).ShouldBe(1.7f / 3.8f, 1e-6f);

    [Fact]
    public void Sure_links_need_to_be_more_probable_than_not() => ExpectedF1.Threshold([1, 1, 0]).ShouldBe(0.5f);

    [Fact]
    public void Without_links_the_threshold_is_even()
    {
        ExpectedF1.Threshold([]).ShouldBe(0.5f);
        ExpectedF1.Threshold([0, 0]).ShouldBe(0.5f);
    }

    /// <summary>No other choice of links, of all there are, has a greater expected F1 than those above it.</summary>
    [Fact]
    public void No_other_links_have_a_greater_expected_F1() => Prop.ForAll(
        Gen.Choose(1, 99).Select(percent => percent / 100f).ArrayOf().Where(array => array.Length is > 0 and < 9)
            .ToArbitrary(),
        probabilities =>
        {
            double sum = probabilities.Sum(probability => (double)probability);
            double Of(Func<int, bool> isTaken)
            {
                int[] taken = [.. Enumerable.Range(0, probabilities.Length).Where(isTaken)];
                return 2 * taken.Sum(k => (double)probabilities[k]) / (taken.Length + sum);
            }

            float threshold = ExpectedF1.Threshold([.. probabilities]);
            double best = Enumerable.Range(0, 1 << probabilities.Length).Max(set => Of(k => (set >> k & 1) == 1));
            return Math.Abs(Of(k => probabilities[k] > threshold) - best) < 1e-6;
        }).Check(Repeatable);
}
