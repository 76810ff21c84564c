using Aligner.Combination.Adaptation;
using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Adaptation;

public sealed class NetworkAdapterTests
{
    private static readonly Expert[] Experts = [.. Evidence("a", "b", 0.9f).Experts];

    private static readonly LinkFeatures Features = new(Experts);

    /// <summary>Finds each link as probable as the mean of the directions does.</summary>
    private static readonly LinkNetwork Network = Linear.Network(Experts, -2, ("mean", 4));

    private static readonly AdaptationOptions Options = new();

    [Fact]
    public void A_network_that_is_not_moved_says_what_it_said()
    {
        LabeledPair[] pairs = [Label("the", "das", 0.8f, isLink: true)];
        NetworkAdapter adapter = new(Network, pairs, Options);
        double[] moved = adapter.Fit([0], [1e12], default)[0];
        Probability(adapter.Apply(moved), "the", "das", 0.8f)
            .ShouldBe(Probability(Network, "the", "das", 0.8f), 1e-5f);
    }

    /// <summary>The guideline never links "the", whatever the experts say.</summary>
    [Fact]
    public void A_word_that_a_guideline_never_links_loses_its_links_and_others_keep_theirs()
    {
        LabeledPair[] pairs =
        [
            .. Enumerable.Range(0, 30).SelectMany(_ => (LabeledPair[])
            [
                Label("the", "das", 0.8f, isLink: false),
                Label("house", "haus", 0.8f, isLink: true),
                Label("book", "buch", 0.8f, isLink: true),
            ]),
        ];
        NetworkAdapter adapter = new(Network, pairs, Options);
        double[][] moved = adapter.Fit([.. Enumerable.Range(0, pairs.Length)], [10, 1], default);
        LinkNetwork adapted = adapter.Apply(moved[1]);
        Probability(adapted, "the", "das", 0.8f).ShouldBeLessThan(0.2f);
        Probability(adapted, "house", "haus", 0.8f).ShouldBeGreaterThan(0.8f);
        Probability(adapted, "tree", "baum", 0.8f).ShouldBeGreaterThan(0.5f);
        adapted.SourceWords["the"].ShouldBeLessThan(0);
        adapted.SourceWords["house"].ShouldBeGreaterThan(0);
        adapted.SourceWords.ShouldNotContainKey("tree");

        int[] all = [.. Enumerable.Range(0, pairs.Length)];
        adapter.LogLoss(all, moved[1]).ShouldBeLessThan(adapter.LogLoss(all, moved[0]));
    }

    /// <summary>Labels are right as often as the network says, so that it has nothing to learn from them.</summary>
    [Fact]
    public void The_threshold_of_the_network_is_kept()
    {
        // Log-odds −0.2007 + ln 3 of the network with its threshold of 0.45 at ½ are a probability of ¾ by the labels.
        float shift = MathF.Log(0.45f / 0.55f);
        LinkNetwork flat = Linear.Network(Experts, MathF.Log(3) - shift);
        LabeledPair[] pairs = [.. Enumerable.Range(0, 4).Select(k => Label("a", "b", 0.8f, isLink: k < 3))];
        NetworkAdapter adapter = new(flat, pairs, Options);
        LinkNetwork adapted = adapter.Apply(adapter.Fit([0, 1, 2, 3], [0.1], default)[0]);
        Probability(adapted, "a", "b", 0.8f).ShouldBe(Probability(flat, "a", "b", 0.8f), 1e-3f);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void A_strength_is_above_0(double strength) =>
        Should.Throw<ArgumentException>(new AdaptationOptions { Strengths = [strength] }.Validate);

    private static float Probability(LinkNetwork network, string source, string target, float mean) =>
        LinkScorer.Score(network, PossibleLinks.Of(Evidence(source, target, mean), Features)).Single().Probability;

    private static LabeledPair Label(string source, string target, float mean, bool isLink) => LabeledPair.Of(
        PossibleLinks.Of(Evidence(source, target, mean), Features),
        new GoldAlignment(isLink ? Alignment.Of([new Link(0, 0)]) : Alignment.Empty, Alignment.Empty));

    private static PairEvidence Evidence(string source, string target, float mean)
    {
        PairEvidence pair = MadeUp.Pair(
            1, 1, new Opinion(ExpertKind.Forward, [[mean]]), new Opinion(ExpertKind.Reverse, [[mean]]));
        pair.Describe([WordTraits.Of(source, -9)], [WordTraits.Of(target, -9)]);
        return pair;
    }
}
