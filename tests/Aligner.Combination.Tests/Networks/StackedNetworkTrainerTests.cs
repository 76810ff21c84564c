using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Networks;

public class StackedNetworkTrainerTests
{
    private static readonly float[][] Straight = [[0.9f, 0.1f], [0.1f, 0.9f]];
    private static readonly float[][] Crossed = [[0.1f, 0.9f], [0.9f, 0.1f]];

    private static readonly LinkFeatures Features = new(Pair(Straight, Straight).Experts);

    private static readonly LinkNetworkOptions Options = new() { Units = 4, Epochs = 60, BatchSize = 64 };

    /// <summary>
    /// Of pairs of two words, the encoder is right in all. Forward and reverse model say the same in one half and the
    /// contrary in the other: whatever they say, half of it is wrong.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_network_follows_the_only_expert_that_is_right(int depth)
    {
        GoldAlignment straight = Gold(new Link(0, 0), new Link(1, 1)), crossed = Gold(new Link(0, 1), new Link(1, 0));
        LabeledPair[] pairs = [.. Enumerable.Repeat(
            (LabeledPair[])
            [
                Label(Pair(Straight, Straight), straight),
                Label(Pair(Straight, Crossed), crossed),
                Label(Pair(Crossed, Straight), straight),
                Label(Pair(Crossed, Crossed), crossed),
            ],
            20).SelectMany(all => all)];

        LinkNetwork network = StackedNetworkTrainer.Fit(Features, pairs, Options, depth);

        Decide(network, Pair(Straight, Straight)).ShouldBe("0-0 1-1");
        Decide(network, Pair(Straight, Crossed)).ShouldBe("0-1 1-0");
        Decide(network, Pair(Crossed, Straight)).ShouldBe("0-0 1-1");
        Decide(network, Pair(Crossed, Crossed)).ShouldBe("0-1 1-0");
        LabeledPair.LogLoss(pairs, network).ShouldBeLessThan(0.05);
    }

    /// <summary>
    /// All links look alike and half of them are right. Odds of 1 become 0.55 / 0.45, as a probability of 0.45 is to
    /// become ½: the probability is 0.55, and the log-loss −½ ln 0.55 − ½ ln 0.45 = 0.6982.
    /// </summary>
    [Fact]
    public void Where_nothing_tells_links_apart_they_are_as_probable_as_they_are_frequent()
    {
        float[][] same = [[0.5f, 0.5f], [0.5f, 0.5f]];
        LabeledPair[] pairs = [.. Enumerable.Repeat(
            (LabeledPair[])
            [
                Label(Pair(same, same), Gold(new Link(0, 0), new Link(1, 1))),
                Label(Pair(same, same), Gold(new Link(0, 1), new Link(1, 0))),
            ],
            40).SelectMany(all => all)];
        LinkNetwork network = StackedNetworkTrainer.Fit(Features, pairs, Options, depth: 1);
        LinkScorer.Score(network, pairs[0].Possible).ShouldAllBe(link => Math.Abs(link.Probability - 0.55) < 0.02);
        LabeledPair.LogLoss(pairs, network).ShouldBe(0.6982, 0.002);
    }

    [Fact]
    public void Networks_above_the_lowest_see_what_the_one_below_says()
    {
        LabeledPair[] pairs = [Label(Pair(Straight, Straight), Gold(new Link(0, 0)))];
        LinkNetwork network = StackedNetworkTrainer.Fit(Features, pairs, Options, depth: 3);
        network.Validate();
        network.Fits(Features).ShouldBeTrue();
        network.Features.ShouldBe([.. Features.Names, .. StackedFeatures.Names]);
        network.Base!.Features.ShouldBe(network.Features);
        network.Base.Base!.Features.ShouldBe(Features.Names);
        network.Base.Base.Base.ShouldBeNull();
    }

    [Fact]
    public void Without_a_possible_link_there_is_nothing_to_fit_to()
    {
        float[][] none = [[0, 0], [0, 0]];
        LabeledPair[] pairs = [Label(Pair(none, none), Gold(new Link(0, 0)))];
        Should.Throw<ArgumentException>(() => StackedNetworkTrainer.Fit(Features, pairs, Options, depth: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => StackedNetworkTrainer.Fit(Features, pairs, Options, depth: 0));
    }

    [Fact]
    public void Fitting_can_be_cancelled()
    {
        LabeledPair[] pairs = [Label(Pair(Straight, Straight), Gold(new Link(0, 0)))];
        Should.Throw<OperationCanceledException>(
            () => StackedNetworkTrainer.Fit(Features, pairs, Options, depth: 1, new CancellationToken(canceled: true)));
    }

    /// <summary>Sure links have 1, possible ones ½ and others 0; a gold link that is not possible has none.</summary>
    [Fact]
    public void Targets_are_those_of_the_gold_links()
    {
        GoldAlignment gold = new(
            Alignment.Of([new Link(0, 0), new Link(1, 0)]), Alignment.Of([new Link(0, 1)]));
        float[][] first = [[0.9f, 0.3f], [0, 0.6f]];
        LabeledPair labeled = Label(Pair(first, first), gold);
        labeled.Possible.Links.ShouldBe([new Link(0, 0), new Link(0, 1), new Link(1, 1)]);
        labeled.Targets.ShouldBe([1, 0.5f, 0]);
    }

    /// <summary>
    /// The network finds all probable with ¾. Of a weight of 3, one link is right: 3 · −ln ¾; of a weight of 1 one is
    /// possible: −½ ln ¾ − ½ ln ¼. Their mean is (0.8630 + 0.8370) / 4 = 0.4250.
    /// </summary>
    [Fact]
    public void The_log_loss_is_a_weighted_mean()
    {
        float[][] one = [[0.9f]];
        LinkNetwork network = Linear.Network(Pair(one, one).Experts, MathF.Log(3));
        LabeledPair right = Label(Pair(one, one), Gold(new Link(0, 0))) with { Weight = 3 };
        LabeledPair possible = Label(
            Pair(one, one), new GoldAlignment(Alignment.Of([]), Alignment.Of([new Link(0, 0)])));
        LabeledPair.LogLoss([right, possible], network).ShouldBe(0.4250, 1e-4);
        LabeledPair.LogLoss([], network).ShouldBe(0);
    }

    private static LabeledPair Label(PairEvidence pair, GoldAlignment gold) =>
        LabeledPair.Of(PossibleLinks.Of(pair, Features), gold);

    private static GoldAlignment Gold(params Link[] sure) => new(Alignment.Of(sure), Alignment.Of([]));

    private static string Decide(LinkNetwork network, PairEvidence pair) =>
        new NetworkOptions { Network = network }.CreateDecider(pair.Experts).Decide(pair).ToAlignment().ToString();

    private static PairEvidence Pair(float[][] directions, float[][] encoder) => MadeUp.Pair(
        directions.Length,
        directions[0].Length,
        new Opinion(ExpertKind.Forward, directions),
        new Opinion(ExpertKind.Reverse, directions),
        new Opinion(ExpertKind.Joint, encoder) { Name = "encoder" });
}
