using Aligner.Core.Alignments;

namespace Aligner.Core.Tests.Alignments;

public class NullProbabilitiesTests
{
    private static readonly NullProbabilities Known = NullProbabilities.Of(
        [new(new Link(0, 0), 0.5f), new(new Link(0, 1), 0.75f), new(new Link(2, 1), 1)], 3, 3);

    /// <summary>(1 − 0.5)(1 − 0.75) = 0.125; 1-1 is no candidate.</summary>
    [Fact]
    public void A_word_has_no_link_if_none_of_its_candidates_is_one()
    {
        Known.Source.ShouldBe([0.125f, 1, 0]);
        Known.Target.ShouldBe([0.5f, 0, 1]);
    }

    [Fact]
    public void More_candidates_leave_less()
    {
        NullProbabilities fewer = Known.With([new(new Link(0, 2), 0.5f)]);
        fewer.Source.ShouldBe([0.0625f, 1, 0]);
        fewer.Target.ShouldBe([0.5f, 0, 0.5f]);
        Known.Target.ShouldBe([0.5f, 0, 1]);
    }

    [Fact]
    public void Swapping_exchanges_the_sides()
    {
        Known.Swap().Source.ShouldBe(Known.Target);
        Known.Swap().Target.ShouldBe(Known.Source);
    }
}
