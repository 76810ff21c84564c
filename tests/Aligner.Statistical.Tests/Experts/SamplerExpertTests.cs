using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;

namespace Aligner.Statistical.Tests.Experts;

public class SamplerExpertTests
{
    private static readonly SamplerExpert Forward = new(isReverse: false);
    private static readonly SamplerExpert Reverse = new(isReverse: true);

    [Fact]
    public void Each_direction_says_how_often_it_drew_a_link()
    {
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0.25f, 0, 0], [0.5f, 1, 0, 0, 0, 0.125f]); // a row for each target word
        EncodedPair pair = Judgment.UnknownWords with { Sampled = sampled[0] };

        Judgment.Rows(Judgment.Of(Forward, pair)).ShouldBe([[0, 0.25f], [1, 0], [0, 0]]);
        Judgment.Rows(Judgment.Of(Reverse, pair)).ShouldBe([[0.5f, 0], [1, 0], [0, 0.125f]]);
        Forward.About.Kind.ShouldBe(ExpertKind.Forward);
        Reverse.About.Kind.ShouldBe(ExpertKind.Reverse);
    }

    [Fact]
    public void A_pair_that_was_never_sampled_is_not_known()
    {
        Judgment.IsKnown(Forward, Judgment.UnknownWords).ShouldBeFalse();
        Judgment.IsKnown(Reverse, Judgment.UnknownWords).ShouldBeFalse();
        SampledLinks sampled = new(2);
        sampled.Set(1, 3, new float[6], new float[6]);
        Judgment.IsKnown(Forward, Judgment.UnknownWords with { Sampled = sampled[0] }).ShouldBeFalse();
        Judgment.IsKnown(Forward, Judgment.UnknownWords with { Sampled = sampled[1] }).ShouldBeTrue();
    }
}
