using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Combination.Networks;

namespace Aligner.Combination.Tests.Deciders;

public class DecisionOptionsTests
{
    private static readonly Expert[] Experts =
        [new("forward", ExpertKind.Forward), new("reverse", ExpertKind.Reverse)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Thresholds_lie_between_0_and_1(double threshold)
    {
        foreach (DecisionOptions options in new DecisionOptions[]
        {
            new MergeOptions { Threshold = threshold },
            new MergeOptions { GrowThreshold = threshold },
            new HeuristicOptions { Heuristic = "union", Threshold = threshold },
            new NetworkOptions { Network = Linear.Network(Experts, bias: 0), Threshold = threshold },
        })
        {
            Should.Throw<ArgumentException>(() => options.CreateDecider(Experts));
        }
    }

    [Fact]
    public void An_unknown_heuristic_is_refused() => Should.Throw<ArgumentException>(
        () => new HeuristicOptions { Heuristic = "mean", Threshold = 0.5 }.CreateDecider(Experts));

    [Fact]
    public void Without_a_threshold_a_heuristic_needs_the_best_alignments_of_both_directions()
    {
        HeuristicOptions options = new() { Heuristic = "union" };
        Expert forward = new("best forward", ExpertKind.BestForward), reverse = new("best", ExpertKind.BestReverse);
        options.CreateDecider([.. Experts, forward, reverse]).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => options.CreateDecider([.. Experts, forward]));
        Should.Throw<ArgumentException>(() => options.CreateDecider([.. Experts, reverse]));
        (options with { Threshold = 0.5 }).CreateDecider(Experts).ShouldNotBeNull();
    }

    [Fact]
    public void A_network_decides_by_the_features_that_it_was_fitted_to()
    {
        NetworkOptions options = new() { Network = Linear.Network(Experts, bias: 0) };
        options.CreateDecider(Experts).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => options.CreateDecider([Experts[1], Experts[0]]));
        Should.Throw<ArgumentException>(() => options.CreateDecider([.. Experts, new("rule", ExpertKind.Addition)]));
    }

    [Fact]
    public void A_network_that_is_not_finite_is_refused()
    {
        LinkNetwork network = Linear.Network(Experts, bias: float.NaN);
        Should.Throw<ArgumentException>(() => new NetworkOptions { Network = network }.CreateDecider(Experts));
    }

    /// <summary>What is counted has to be sure.</summary>
    [Fact]
    public void Sure_links_draw_in_no_others()
    {
        PairEvidence pair = MadeUp.Pair(
            1,
            2,
            new Opinion(ExpertKind.Forward, [[0.75f, 0.5f]]),
            new Opinion(ExpertKind.Reverse, [[0.75f, 0.5f]]));
        MergeOptions.Sure.CreateDecider(pair.Experts).Decide(pair).ToAlignment().ToString().ShouldBe("0-0");
        new MergeOptions().CreateDecider(pair.Experts).Decide(pair).ToAlignment().ToString().ShouldBe("0-0 0-1");
    }
}
