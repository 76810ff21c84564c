using Aligner.Applications.Counts;

namespace Aligner.Applications.Tests.Counts;

public class AssociationTests
{
    // Dunning (1993), table 1: "the swiss" among 31,777 bigrams has 110 both, 2,442 + 110 and 111 + 110.
    [Fact]
    public void The_ratio_is_that_of_a_published_table() =>
        Association.LogLikelihoodRatio(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114).ShouldBe(270.72, 0.01);

    [Fact]
    public void Independent_events_have_no_ratio() =>
        Association.LogLikelihoodRatio(10, 100, 100, 1000).ShouldBe(0, 1e-9);

    [Fact]
    public void Events_that_avoid_each_other_have_a_negative_ratio() =>
        Association.LogLikelihoodRatio(0, 10, 10, 20).ShouldBe(-40 * Math.Log(2), 1e-9);

    [Fact]
    public void Dice_is_one_for_events_that_always_occur_together()
    {
        Association.Dice(4, 4, 4).ShouldBe(1);
        Association.Dice(1, 2, 4).ShouldBe(1 / 3.0);
        Association.Dice(0, 0, 0).ShouldBe(0);
    }
}
