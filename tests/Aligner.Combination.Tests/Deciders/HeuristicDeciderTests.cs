using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;

namespace Aligner.Combination.Tests.Deciders;

public class HeuristicDeciderTests
{
    private static readonly PairEvidence Pair = MadeUp.Pair(
        3,
        2,
        new Opinion(ExpertKind.Forward, [[0.9f, 0.04f], [0, 0.64f], [0.1f, 0.1f]]) { LogProbability = -2 },
        new Opinion(ExpertKind.Reverse, [[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]]) { LogProbability = -3 },
        new Opinion(ExpertKind.BestForward, [[1, 0], [0, 1], [0, 0]]),
        new Opinion(ExpertKind.BestReverse, [[1, 0], [0, 0], [1, 0]]));

    public static TheoryData<string, GrowDefinition> All
    {
        get
        {
            TheoryData<string, GrowDefinition> data = [];
            foreach (SymmetrizerEntry entry in Symmetrizers.All)
            {
                data.Add(entry.Name, GrowDefinition.Moses);
                data.Add(entry.Name, GrowDefinition.Atools);
            }

            return data;
        }
    }

    [Theory]
    [InlineData("forward", "0-0 1-1")]
    [InlineData("reverse", "0-0 2-0")]
    [InlineData("intersection", "0-0")]
    [InlineData("union", "0-0 1-1 2-0")]
    [InlineData("grow-diag", "0-0 1-1 2-0")]
    public void Without_a_threshold_it_combines_the_best_alignments(string heuristic, string expected) =>
        Links(new HeuristicOptions { Heuristic = heuristic }).ShouldBe(expected);

    /// <summary>The mean of both directions is 0 for 1-0 and 0.445 for 1-1, whatever the heuristic takes.</summary>
    [Fact]
    public void A_word_is_without_a_link_by_the_mean_of_both_directions() =>
        new HeuristicOptions { Heuristic = "reverse" }.CreateDecider(Pair.Experts).Decide(Pair).Nulls!.Source[1]
            .ShouldBe(0.555f, 1e-6f);

    [Theory]
    [InlineData("forward", 0.5, "0-0 1-1")]
    [InlineData("forward", 0.7, "0-0")]
    [InlineData("reverse", 0.5, "2-0")]
    [InlineData("reverse", 0.2, "0-0 0-1 1-1 2-0")]
    [InlineData("intersection", 0.2, "0-0 1-1")]
    public void With_one_it_combines_the_posteriors_above_it(string heuristic, double threshold, string expected) =>
        Links(new HeuristicOptions { Heuristic = heuristic, Threshold = threshold }).ShouldBe(expected);

    /// <summary>Model and samplers: (0.9 + 0) / 2 and (0 + 1) / 2.</summary>
    [Fact]
    public void Posteriors_are_the_mean_of_all_experts_of_a_direction()
    {
        PairEvidence pair = MadeUp.Pair(
            2,
            1,
            new Opinion(ExpertKind.Forward, [[0.9f], [0]]) { Name = "model" },
            new Opinion(ExpertKind.Forward, [[0], [1]]) { Name = "samplers" });
        new HeuristicOptions { Heuristic = "forward", Threshold = 0.46 }.CreateDecider(pair.Experts)
            .Decide(pair).ToAlignment().ToString().ShouldBe("1-0");
    }

    [Fact]
    public void Links_have_the_mean_of_both_directions_for_their_probability()
    {
        ScoredAlignment scored = Decide(new HeuristicOptions { Heuristic = "forward" });
        scored.Links.Select(link => link.Probability).ShouldBe([0.65f, 0.445f], 1e-6f);
        scored.LogProbability.ShouldBe(-2.5);
    }

    [Fact]
    public void No_probability_is_above_1()
    {
        PairEvidence pair = MadeUp.Pair(
            1, 1, new Opinion(ExpertKind.Forward, [[1.0000001f]]), new Opinion(ExpertKind.Reverse, [[1.0000001f]]));
        new HeuristicOptions { Heuristic = "union", Threshold = 0.5 }.CreateDecider(pair.Experts)
            .Decide(pair).Links.Single().Probability.ShouldBe(1);
    }

    /// <summary>Both directions have 0-0 alone, so that heuristics and their definitions differ.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Links_are_those_of_the_symmetrizer(string heuristic, GrowDefinition definition)
    {
        Alignment forward = Alignment.Of(new Link(0, 0), new Link(1, 1), new Link(1, 2), new Link(3, 3));
        Alignment reverse = Alignment.Of(new Link(0, 0), new Link(0, 1), new Link(2, 2), new Link(3, 0));
        PairEvidence pair = MadeUp.Pair(
            4,
            4,
            new Opinion(ExpertKind.BestForward, Rows(forward)),
            new Opinion(ExpertKind.BestReverse, Rows(reverse)));

        new HeuristicOptions { Heuristic = heuristic, GrowDefinition = definition }.CreateDecider(pair.Experts)
            .Decide(pair).ToAlignment()
            .ShouldBe(Symmetrizers.Get(heuristic, definition).Combine(forward, reverse, 4, 4));
    }

    private static float[][] Rows(Alignment links) =>
        [.. Enumerable.Range(0, 4).Select(i =>
            Enumerable.Range(0, 4).Select(j => links.Contains(new Link(i, j)) ? 1f : 0).ToArray())];

    private static string Links(HeuristicOptions options) => Decide(options).ToAlignment().ToString();

    private static ScoredAlignment Decide(HeuristicOptions options) =>
        options.CreateDecider(Pair.Experts).Decide(Pair);
}
