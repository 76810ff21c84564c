using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class DirectionCheckTests
{
    private static readonly Alignment Links = Alignment.Of(new Link(0, 1), new Link(1, 2), new Link(2, 3));

    // Of the seven links of each file one agrees as they stand, 1-1, and all do when turned: F1 1/7 and 1.
    [Fact]
    public void Files_that_agree_far_better_when_turned_are_warned_of()
    {
        DirectionCheck check = new("forward", "reverse");
        check.Add(Links, Links.Swap());
        check.Warning.ShouldBeNull("three links are too few");
        check.Add(Links, Links.Swap());
        check.Add(Alignment.Of(new Link(1, 1)), Alignment.Of(new Link(1, 1)));

        check.Warning.ShouldBe("reverse: source and target look swapped; the F1 of its links and those of forward "
            + "would be 1.000 instead of 0.143");
    }

    [Fact]
    public void Files_that_agree_as_they_stand_are_not()
    {
        DirectionCheck check = new("forward", "reverse");
        check.Warning.ShouldBeNull();
        check.Add(Links, Links);
        check.Warning.ShouldBeNull();
    }
}
