using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Deciders;

public class MergeDeciderTests
{
    private static readonly Opinion Forward =
        new(ExpertKind.Forward, [[0.9f, 0.04f], [0, 0.64f], [0.1f, 0.1f]]) { LogProbability = -2 };

    private static readonly Opinion Reverse =
        new(ExpertKind.Reverse, [[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]]) { LogProbability = -3 };

    [Theory]
    // √(forward · reverse): 0.6, 0.1, 0.4, 0.283, 0.1.
    [InlineData(PosteriorMerge.Product, 0.5, "0-0")]
    [InlineData(PosteriorMerge.Product, 0.3, "0-0 1-1")]
    [InlineData(PosteriorMerge.Product, 0.2, "0-0 1-1 2-0")]
    // Means: 0.65, 0.145, 0.445, 0.45, 0.1.
    [InlineData(PosteriorMerge.Mean, 0.5, "0-0")]
    [InlineData(PosteriorMerge.Mean, 0.44, "0-0 1-1 2-0")]
    [InlineData(PosteriorMerge.Mean, 0.14, "0-0 0-1 1-1 2-0")]
    // Minima: 0.4, 0.04, 0.25, 0.1, 0.1.
    [InlineData(PosteriorMerge.Min, 0.5, "")]
    [InlineData(PosteriorMerge.Min, 0.3, "0-0")]
    [InlineData(PosteriorMerge.Min, 0.25, "0-0")] // a link must pass the threshold
    [InlineData(PosteriorMerge.Min, 0.24, "0-0 1-1")]
    public void Links_are_those_with_a_merged_posterior_above_the_threshold(
        PosteriorMerge merge, double threshold, string expected) =>
        Links(new MergeOptions { Merge = merge, Threshold = threshold }).ShouldBe(expected);

    [Theory]
    [InlineData(PosteriorMerge.Mean, 0.1, "0-0 0-1")] // 1-1 and 2-0 touch 0-0 by a corner, or not at all
    [InlineData(PosteriorMerge.Mean, 0.15, "0-0")]
    [InlineData(PosteriorMerge.Mean, 0.5, "0-0")]
    [InlineData(PosteriorMerge.Product, 0.05, "0-0")]
    [InlineData(PosteriorMerge.Min, 0.01, "")]
    public void The_mean_draws_in_less_probable_links_beside_others(
        PosteriorMerge merge, double threshold, string expected) =>
        Links(new MergeOptions { Merge = merge, GrowThreshold = threshold }).ShouldBe(expected);

    [Theory]
    [InlineData(PosteriorMerge.Product, 0.6f, 0.4f)]
    [InlineData(PosteriorMerge.Mean, 0.65f, 0.445f)]
    [InlineData(PosteriorMerge.Min, 0.4f, 0.25f)]
    public void Links_and_pair_have_scores(PosteriorMerge merge, float first, float second)
    {
        ScoredAlignment scored = Decide(new MergeOptions { Merge = merge, Threshold = 0.2 }, Forward, Reverse);
        Probability(scored, 0, 0).ShouldBe(first, 1e-6f);
        Probability(scored, 1, 1).ShouldBe(second, 1e-6f);
        scored.LogProbability.ShouldBe(-2.5); // the mean of −2 and −3
    }

    [Fact]
    public void No_probability_is_above_1()
    {
        Opinion forward = new(ExpertKind.Forward, [[1.0000001f]]), reverse = new(ExpertKind.Reverse, [[1.0000001f]]);
        Probability(Decide(new MergeOptions(), forward, reverse), 0, 0).ShouldBe(1);
    }

    /// <summary>The rule also names 0-0, which is a link without it, and 2-1, with no more than the
    /// threshold.</summary>
    [Theory]
    [InlineData(PosteriorMerge.Mean)]
    [InlineData(PosteriorMerge.Product)]
    public void Additions_above_the_threshold_are_links_too(PosteriorMerge merge)
    {
        Opinion rule = new(ExpertKind.Addition, [[0.875f, 0], [0.75f, 0], [0, 0.5f]]);
        ScoredAlignment scored =
            Decide(new MergeOptions { Merge = merge, GrowThreshold = 0.5 }, Forward, Reverse, rule);
        scored.ToAlignment().ToString().ShouldBe("0-0 1-0");
        Probability(scored, 1, 0).ShouldBe(0.75f);
        Probability(scored, 0, 0).ShouldBe(merge == PosteriorMerge.Mean ? 0.65f : 0.6f, 1e-6f); // as merged
    }

    /// <summary>The rule's 2-1 is beside 1-1, whose mean of 0.445 would be enough, and 2-0.</summary>
    [Fact]
    public void An_addition_draws_in_no_others()
    {
        Opinion rule = new(ExpertKind.Addition, [[0, 0], [0, 0], [0, 0.75f]]);
        Decide(new MergeOptions { GrowThreshold = 0.2 }, Forward, Reverse, rule)
            .ToAlignment().ToString().ShouldBe("0-0 2-1");
    }

    /// <summary>0-1 has a mean of 0.145 and is beside 0-0.</summary>
    [Fact]
    public void A_link_that_is_both_added_and_drawn_in_is_as_probable_as_the_rule_says()
    {
        Opinion rule = new(ExpertKind.Addition, [[0, 0.75f], [0, 0], [0, 0]]);
        Probability(Decide(new MergeOptions { GrowThreshold = 0.1 }, Forward, Reverse, rule), 0, 1).ShouldBe(0.75f);
    }

    [Fact]
    public void Other_kinds_of_experts_do_not_count()
    {
        Opinion encoder = new(ExpertKind.Joint, [[0, 0], [0.875f, 0], [0, 0]]);
        Decide(new MergeOptions(), Forward, Reverse, encoder).ToAlignment().ToString().ShouldBe("0-0");
    }

    /// <summary>
    /// Means: 0.65, 0.145; 0, 0.445; 0.45, 0.1. The last source word has none of its links with (1 − 0.45)(1 − 0.1)
    /// and, where the rule gives 2-1 a probability of 0.5, half of that.
    /// </summary>
    [Fact]
    public void A_word_is_without_a_link_if_none_of_its_merged_links_and_additions_exists()
    {
        NullProbabilities nulls = Decide(new MergeOptions(), Forward, Reverse).Nulls!;
        nulls.Source.ShouldBe([0.35f * 0.855f, 0.555f, 0.55f * 0.9f], 1e-6f);
        nulls.Target.ShouldBe([0.35f * 0.55f, 0.855f * 0.555f * 0.9f], 1e-6f);
        Opinion rule = new(ExpertKind.Addition, [[0, 0], [0, 0], [0, 0.5f]]);
        Decide(new MergeOptions(), Forward, Reverse, rule).Nulls!.Source[2].ShouldBe(0.55f * 0.9f / 2, 1e-6f);
    }

    private static string Links(MergeOptions options) =>
        Decide(options, Forward, Reverse).ToAlignment().ToString();

    private static ScoredAlignment Decide(MergeOptions options, params Opinion[] opinions)
    {
        PairEvidence pair = MadeUp.Pair(opinions[0].Rows!.Length, opinions[0].Rows![0].Length, opinions);
        return options.CreateDecider(pair.Experts).Decide(pair);
    }

    private static float Probability(ScoredAlignment scored, int source, int target) =>
        scored.Links.Single(link => link.Link == new Link(source, target)).Probability;
}
