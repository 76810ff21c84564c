using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Inflections;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests.Experts;

public class ExpertPanelTests
{
    private static readonly StatisticalModel Model = new(
        StatisticalMethods.Get("hmm"),
        new TextOptions(),
        MaxLength: 100,
        new Vocabulary(["The", "house", "."]),
        new Vocabulary(["Haus"]),
        new WordFrequencies([2, 1, 1]),
        new WordFrequencies([4]),
        StubModel.Both,
        new InflectionModel(
            new InflectionRules([new("the", true, "aus", 0.75f)], maxDistance: 1), InflectionRules.None));

    private static readonly EncodedPair Pair = new(
        new EncodedSentence([new int[] { 0, 1, 2 }]),
        new EncodedSentence([new int[] { 0, -1 }], [null, "Tür"]));

    public static TheoryData<string> Names => [.. Symmetrizations.Names];

    /// <summary>So inflections find a mean to look at, and someone speaks for samplers that have not run.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_models_judge_first_and_every_pair(string symmetrization)
    {
        ExpertPanel panel = ExpertPanel.For(Model, Symmetrizations.Get(symmetrization), inflections: true);
        PairEvidence evidence = Judge(panel, Pair);
        panel.Experts.Select(expert => expert.Name).ShouldBeUnique();
        panel.Experts[0].Kind.ShouldBe(ExpertKind.Forward);
        panel.Experts[1].Kind.ShouldBe(ExpertKind.Reverse);
        Judgment.Rows(evidence[0]).ShouldBe([[0.9f, 0.04f], [0, 0.64f], [0.1f, 0.1f]]);
        Judgment.Rows(evidence[1]).ShouldBe([[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]]);
        evidence.LogProbability.ShouldBe(-2.5); // the mean of −4/2 and −9/3
    }

    [Fact]
    public void A_heuristic_asks_for_the_links_that_it_combines()
    {
        Kinds(new HeuristicOptions { Heuristic = "union" }).ShouldBe([ExpertKind.BestForward, ExpertKind.BestReverse]);
        Kinds(new HeuristicOptions { Heuristic = "union", Threshold = 0.5 }).ShouldBeEmpty();
    }

    [Fact]
    public void A_merge_asks_for_inflections_and_a_network_for_an_encoder_too()
    {
        Kinds(new MergeOptions()).ShouldBe([ExpertKind.Addition]);
        Kinds(new NetworkOptions()).ShouldBe([ExpertKind.Addition, ExpertKind.Joint]);
    }

    [Fact]
    public void The_network_that_ships_was_fitted_to_the_experts_of_the_panel() =>
        LinkNetworkFormat.Shipped.Fits(
            new LinkFeatures(ExpertPanel.For(Model, new NetworkOptions(), inflections: true).Experts)).ShouldBeTrue();

    [Fact]
    public void Experts_judge_the_pairs_that_they_know()
    {
        ExpertPanel panel = ExpertPanel.For(Model, new NetworkOptions(), inflections: true);
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0, 0, 0], [0.5f, 1, 0, 0, 0, 0]);
        Judged(panel, Pair).ShouldBe([true, true, false, false, true, false]);
        Judged(panel, Pair with { Sampled = sampled[0] }).ShouldBe([true, true, true, true, true, false]);
        Judged(panel, Pair with { EncoderLinks = [] }).ShouldBe([true, true, false, false, true, true]);
        Judged(ExpertPanel.For(Model, new NetworkOptions(), inflections: false), Pair)
            .ShouldBe([true, true, false, false, false, false]);
    }

    /// <summary>
    /// Model and sampler: forward (0.9 + 0) / 2 and (0 + 1) / 2, reverse (0.4 + 0.5) / 2 and (0 + 1) / 2.
    /// </summary>
    [Fact]
    public void What_was_sampled_counts_for_half()
    {
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0, 0, 0], [0.5f, 1, 0, 0, 0, 0]);
        PairEvidence evidence = Judge(ExpertPanel.Of(StubModel.Both), Pair with { Sampled = sampled[0] });
        evidence.Forward.Row(0)[0].ShouldBe(0.45f, 1e-6f);
        evidence.Reverse.Row(0)[0].ShouldBe(0.45f, 1e-6f);
        evidence.Mean.Row(1)[0].ShouldBe(0.5f, 1e-6f);
    }

    [Fact]
    public void Words_are_known_by_kind_and_frequency_where_a_network_decides()
    {
        PairEvidence evidence = Judge(ExpertPanel.For(Model, new NetworkOptions(), inflections: true), Pair);
        evidence.SourceWords.Select(word => word.Text).ShouldBe(["the", "house", "."]);
        evidence.SourceWords.Select(word => word.IsPunctuation).ShouldBe([false, false, true]);
        evidence.SourceWords[0].LogFrequency.ShouldBe(MathF.Log(0.5f), 1e-6f);
        evidence.TargetWords.Select(word => word.Text).ShouldBe(["haus", "tür"]);
        evidence.TargetWords[1].LogFrequency.ShouldBe(MathF.Log(0.125f), 1e-6f);
        Judge(ExpertPanel.For(Model, new MergeOptions(), inflections: true), Pair).SourceWords.ShouldBeEmpty();
    }

    /// <summary>Nothing of one pair is left when the next one comes.</summary>
    [Fact]
    public void Each_pair_is_judged_as_if_it_were_the_first()
    {
        ExpertPanel panel = ExpertPanel.For(Model, new NetworkOptions(), inflections: true);
        JudgedPair judged = new(panel.Experts);
        panel.Judge(Pair with { EncoderLinks = [new ScoredLink(new Link(1, 0), 0.75f)] }, judged);
        Judgment.Rows(judged.Evidence[5]).ShouldBe([[0, 0], [0.75f, 0], [0, 0]]);
        panel.Judge(Pair, judged);
        PairEvidence anew = Judge(panel, Pair);
        for (int expert = 0; expert < panel.Experts.Count; expert++)
        {
            Judgment.Rows(judged.Evidence[expert]).ShouldBe(Judgment.Rows(anew[expert]));
            judged.Evidence.HasJudged(expert).ShouldBe(anew.HasJudged(expert));
        }
    }

    /// <summary>Of four links everyone is sure; of another nobody is, and its words have better ones.</summary>
    [Fact]
    public void The_network_that_ships_believes_what_all_say()
    {
        PairEvidence pair = new(ExpertPanel.For(Model, new NetworkOptions(), inflections: true).Experts);
        pair.Begin(4, 4);
        WordTraits[] words = [.. "abcd".Select(letter => WordTraits.Of($"{letter}", -9))];
        pair.Describe(words, words);
        for (int expert = 0; expert < 4; expert++)
        {
            pair.Judge(expert).Set(
            [
                .. Enumerable.Range(0, 4).Select(word => new ScoredLink(new Link(word, word), 0.85f)),
                new ScoredLink(new Link(0, 3), 0.12f),
            ]);
        }

        ILinkDecider decider = new NetworkOptions().CreateDecider(pair.Experts);

        decider.Decide(pair).ToAlignment().ToString().ShouldBe("0-0 1-1 2-2 3-3");
        decider.Decide(pair).Links[1].Probability.ShouldBeGreaterThan(0.7f);
    }

    private static IEnumerable<ExpertKind> Kinds(DecisionOptions decision) =>
        ExpertPanel.For(Model, decision, inflections: true).Experts.Select(expert => expert.Kind)
            .Where(kind => kind is not (ExpertKind.Forward or ExpertKind.Reverse));

    private static IEnumerable<bool> Judged(ExpertPanel panel, EncodedPair pair)
    {
        PairEvidence evidence = Judge(panel, pair);
        return [.. Enumerable.Range(0, panel.Experts.Count).Select(evidence.HasJudged)];
    }

    private static PairEvidence Judge(ExpertPanel panel, EncodedPair pair)
    {
        JudgedPair judged = new(panel.Experts);
        panel.Judge(pair, judged);
        return judged.Evidence;
    }
}
