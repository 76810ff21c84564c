using Aligner.Combination.Deciders;

namespace Aligner.Combination.Tests.Deciders;

public class LinkThresholdTests
{
    [Theory]
    [InlineData(0, 0.5)] // not known
    [InlineData(1, 0.45)]
    [InlineData(9_999, 0.45)]
    [InlineData(10_000, 0.5)]
    [InlineData(long.MaxValue, 0.5)]
    public void Links_of_small_texts_need_a_little_less(long pairs, double threshold) =>
        LinkThreshold.Of(pairs).ShouldBe(threshold);
}
