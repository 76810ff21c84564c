using Aligner.Applications.Filtering;

namespace Aligner.Applications.Tests.Filtering;

public class PairChoiceTests
{
    private static readonly double[] Scores = [0.5, 0.9, 0.5, 0.1, 0.5];

    [Theory]
    [InlineData(0, "")]
    [InlineData(0.2, "1")]
    [InlineData(0.6, "0 1 2")]
    [InlineData(0.61, "0 1 2 4")]
    [InlineData(1, "0 1 2 3 4")]
    public void A_share_is_rounded_up_and_of_equal_scores_the_first_are_kept(double share, string expected) =>
        Kept(PairChoice.Best(Scores, share)).ShouldBe(expected);

    [Fact]
    public void A_minimum_is_kept_itself() => Kept(PairChoice.AtLeast(0.5)).ShouldBe("0 1 2 4");

    [Fact]
    public void Of_nothing_nothing_is_kept() => PairChoice.Best([], 1).Keeps(1).ShouldBeFalse();

    [Fact]
    public void A_share_above_one_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PairChoice.Best(Scores, 1.1));

    private static string Kept(PairChoice choice) =>
        string.Join(' ', Enumerable.Range(0, Scores.Length).Where(k => choice.Keeps(Scores[k])));
}
