using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;

namespace Aligner.Statistical.Tests.Experts;

public class EncoderExpertTests
{
    private static readonly EncoderExpert Expert = new();

    [Fact]
    public void Links_are_as_probable_as_the_encoder_found_them()
    {
        EncodedPair pair = Judgment.UnknownWords with
        {
            EncoderLinks = [new ScoredLink(new Link(0, 0), 0.5f), new ScoredLink(new Link(2, 1), 0.75f)],
        };
        Judgment.Rows(Judgment.Of(Expert, pair)).ShouldBe([[0.5f, 0], [0, 0], [0, 0.75f]]);
        Expert.About.Kind.ShouldBe(ExpertKind.Joint);
    }

    [Fact]
    public void A_pair_is_known_once_an_encoder_has_read_it_even_if_it_found_nothing()
    {
        Judgment.IsKnown(Expert, Judgment.UnknownWords).ShouldBeFalse();
        Judgment.IsKnown(Expert, Judgment.UnknownWords with { EncoderLinks = [] }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 2)]
    public void A_link_outside_of_the_pair_is_refused(int source, int target)
    {
        EncodedPair pair = Judgment.UnknownWords with
        {
            EncoderLinks = [new ScoredLink(new Link(source, target), 0.75f)],
        };
        Should.Throw<ArgumentException>(() => Judgment.Of(Expert, pair));
    }
}
