using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Deciders;

public class NetworkDeciderTests
{
    private const string Forward = "Forward log-odds";

    private static readonly Expert[] Experts =
        [new($"{ExpertKind.Forward}", ExpertKind.Forward), new($"{ExpertKind.Reverse}", ExpertKind.Reverse)];

    // Means
    // 0.65  0.145
    // 0     0.445
    // 0.45  0.1
    private static readonly PairEvidence Pair = MadeUp.Pair(
        3,
        2,
        new Opinion(ExpertKind.Forward, [[0.9f, 0.04f], [0, 0.64f], [0.1f, 0.1f]]) { LogProbability = -2 },
        new Opinion(ExpertKind.Reverse, [[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]]) { LogProbability = -3 });

    [Theory]
    [InlineData(4, "0-0 0-1 1-1 2-0 2-1")] // all that have a mean of more than 0.02
    [InlineData(0, "")] // a probability of ½ is not above ½
    [InlineData(-4, "")]
    public void Links_are_possible_ones_that_the_network_finds_probable(float logOdds, string expected)
    {
        ScoredAlignment scored = Decide(Linear.Network(Experts, logOdds), Pair);
        scored.ToAlignment().ToString().ShouldBe(expected);
        scored.LogProbability.ShouldBe(-2.5);
    }

    /// <summary>
    /// Log-odds are 10 · mean − 4: those of 0-0 are 2.5, of 1-1 0.45 and of 2-0 0.5; 0-1 and 2-1 have less than 0.
    /// </summary>
    [Fact]
    public void Probabilities_are_those_of_the_network()
    {
        ScoredAlignment scored = Decide(Linear.Network(Experts, bias: -4, ("mean", 10)), Pair);
        scored.ToAlignment().ToString().ShouldBe("0-0 1-1 2-0");
        scored.Links.Select(link => link.Probability)
            .ShouldBe([Logistic(2.5f), Logistic(0.45f), Logistic(0.5f)], 1e-6f);
    }

    /// <summary>2-1 is not taken, but its probability counts.</summary>
    [Fact]
    public void A_word_is_without_a_link_if_none_of_its_possible_links_exists()
    {
        ScoredAlignment scored = Decide(Linear.Network(Experts, bias: -4, ("mean", 10)), Pair);
        scored.Nulls!.Source[2].ShouldBe((1 - Logistic(0.5f)) * (1 - Logistic(-3)), 1e-6f);
        scored.Nulls.Target[0].ShouldBe((1 - Logistic(2.5f)) * (1 - Logistic(0.5f)), 1e-6f);
    }

    /// <summary>The network finds no link probable; a certain one is taken, the only one of its words.</summary>
    [Fact]
    public void Links_that_are_certain_are_taken_with_probability_1()
    {
        PairEvidence pair = MadeUp.Pair(
            2,
            2,
            new Opinion(ExpertKind.Forward, [[0.9f, 0.1f], [0.1f, 0.9f]]),
            new Opinion(ExpertKind.Reverse, [[0.9f, 0.1f], [0.1f, 0.9f]]));
        pair.Settle([new Link(0, 1)]);
        pair.Correct(0);
        pair.Correct(1);
        ScoredAlignment scored = Decide(Linear.Network(Experts, bias: -4), pair);
        scored.Links.ShouldBe([new ScoredLink(new Link(0, 1), 1)]);
    }

    /// <summary>It is high where the mean is low: 1 − 4 · mean is 0.6 for 2-1 and −1.6 for 0-0.</summary>
    [Fact]
    public void A_hidden_unit_can_turn_the_evidence_around()
    {
        LinkNetwork network = Linear.Network(Experts, bias: 0) with { HiddenBiases = [1], Output = [5] };
        network.Weights[network.Features.ToList().IndexOf("mean")] = -4;
        ScoredAlignment scored = Decide(network, Pair);
        scored.ToAlignment().ToString().ShouldBe("0-1 2-1");
        scored.Links.Select(link => link.Probability)
            .ShouldBe([Logistic(5 * MathF.Tanh(0.42f)), Logistic(5 * MathF.Tanh(0.6f))], 1e-6f);
    }

    /// <summary>Five links are possible; each is taken with 0.75 or left with 0.25, and wrong with 0.25.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(1 / 3f)]
    public void Decisions_are_wrong_as_often_as_the_network_doubts_them(float odds) =>
        Decide(Linear.Network(Experts, MathF.Log(odds)), Pair).ExpectedErrors.ShouldBe(1.25, 1e-5);

    [Theory]
    [InlineData(0.3, "0-0 1-1")] // by the forward model 0.9 and 0.64; no other has more than 0.1
    [InlineData(0.5, "0-0 1-1")]
    [InlineData(0.7, "0-0")]
    [InlineData(0.05, "0-0 1-1 2-0 2-1")]
    public void The_threshold_is_one_of_the_probability(double threshold, string expected) =>
        new NetworkOptions { Network = Linear.Network(Experts, bias: 0, (Forward, 1)), Threshold = threshold }
            .CreateDecider(Experts).Decide(Pair).ToAlignment().ToString().ShouldBe(expected);

    [Fact]
    public void A_link_of_another_expert_is_possible_too()
    {
        PairEvidence pair = MadeUp.Pair(
            2,
            1,
            new Opinion(ExpertKind.Forward, [[0.5f], [0]]),
            new Opinion(ExpertKind.Reverse, [[0.5f], [0]]),
            new Opinion(ExpertKind.Joint, [[0], [0.75f]]) { Name = "encoder" });
        LinkNetwork network = Linear.Network(pair.Experts, bias: -1, ("encoder", 2), ("encoder is known", 0.25f));
        ScoredAlignment scored = Decide(network, pair);
        scored.ToAlignment().ToString().ShouldBe("1-0");
        scored.Links[0].Probability.ShouldBe(Logistic(0.75f), 1e-6f); // −1 + 2 · 0.75 + 0.25
    }

    private static ScoredAlignment Decide(LinkNetwork network, PairEvidence pair) =>
        new NetworkOptions { Network = network }.CreateDecider(pair.Experts).Decide(pair);

    private static float Logistic(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));
}
