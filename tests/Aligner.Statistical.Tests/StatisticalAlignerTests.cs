using Aligner.Combination.Deciders;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Tests;

public class StatisticalAlignerTests
{
    private static readonly TrainingResult Trained =
        Samples.Train("statistical", Bitexts.Reader(Bitexts.Synthetic(pairs: 250, types: 60, maxLength: 7)));

    private static readonly EncodedPair[] Pairs =
        [.. Enumerable.Range(0, Trained.Corpus.Count).Select(Trained.Pair)];

    /// <summary>All possible links have 0.4, so that to take them all has the greatest expected F1.</summary>
    private static readonly LinkNetwork Doubtful = new()
    {
        Features = new LinkFeatures(StatisticalExperts.All).Names,
        Weights = new float[new LinkFeatures(StatisticalExperts.All).Names.Count],
        HiddenBiases = [0],
        Output = [0],
        Direct = new float[new LinkFeatures(StatisticalExperts.All).Names.Count],
        Bias = MathF.Log(0.4f / 0.6f),
    };

    [Fact]
    public void What_is_decided_of_a_text_does_not_depend_on_threads()
    {
        AlignText(new NetworkOptions(), threads: 2).ShouldBe(AlignText(new NetworkOptions(), threads: 1));
        Align(new NetworkOptions(), threads: 2).ShouldBe(Align(new NetworkOptions(), threads: 1));
    }

    [Theory]
    [InlineData("network")]
    [InlineData("mean")]
    [InlineData("union")]
    public void With_a_threshold_a_text_is_aligned_as_its_pairs_are(string symmetrization)
    {
        DecisionOptions decision = Symmetrizations.Get(symmetrization) is NetworkOptions network
            ? network with { Threshold = 0.5 }
            : Symmetrizations.Get(symmetrization);
        AlignText(decision).ShouldBe(Align(decision));
    }

    [Fact]
    public void Without_a_threshold_a_text_gets_its_own()
    {
        ScoredLink[] links = [.. AlignText(new NetworkOptions { Network = Doubtful }).SelectMany(pair => pair)];
        links.Length.ShouldBeGreaterThan(Pairs.Length);
        links.ShouldAllBe(link => Math.Abs(link.Probability - 0.4) < 1e-6);
        Align(new NetworkOptions { Network = Doubtful }).ShouldAllBe(pair => pair.Length == 0);
        AlignText(new NetworkOptions { Network = Doubtful, Threshold = 0.5 }).ShouldAllBe(pair => pair.Length == 0);
    }

    [Fact]
    public void A_text_may_have_pairs_that_are_not_aligned()
    {
        StatisticalAligner aligner = new(Trained.Model, new NetworkOptions(), threads: 2);
        IReadOnlyList<ScoredAlignment> aligned =
            aligner.AlignText(3, k => k == 1 ? default : Pairs[k], CancellationToken.None);
        aligned.Count.ShouldBe(3);
        aligned[1].Links.ShouldBeEmpty();
        aligned[1].LogProbability.ShouldBe(ScoredAlignment.LogZero);
        aligned[2].Links.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_text_without_pairs_has_no_alignments() =>
        new StatisticalAligner(Trained.Model, new NetworkOptions(), threads: 2)
            .AlignText(0, Trained.Pair, CancellationToken.None).ShouldBeEmpty();

    [Fact]
    public void Looking_at_a_text_can_be_cancelled() => Should.Throw<OperationCanceledException>(() =>
        new StatisticalAligner(Trained.Model, new NetworkOptions(), threads: 2)
            .AlignText(Pairs.Length, Trained.Pair, new CancellationToken(canceled: true)));

    /// <summary>Features need words; the mean needs none.</summary>
    [Fact]
    public void Of_a_model_without_words_the_mean_decides()
    {
        StatisticalModel empty = StatisticalTrainer.Train(
            StatisticalMethods.Get("statistical"),
            new MethodSettings(),
            new TextOptions(),
            maxLength: 200,
            Bitexts.Text(" ||| "),
            new TrainingContext()).Model;
        StatisticalAligner network = new(empty, new NetworkOptions(), threads: 1);
        StatisticalAligner mean = new(empty, MergeOptions.Sure, threads: 1);
        network.AlignWithScores([Bitexts.Tokens("a b ||| x")], CancellationToken.None)[0].Links
            .ShouldBe(mean.AlignWithScores([Bitexts.Tokens("a b ||| x")], CancellationToken.None)[0].Links);
    }

    private static ScoredLink[][] AlignText(DecisionOptions decision, int threads = 2) =>
        Links(new StatisticalAligner(Trained.Model, decision, threads)
            .AlignText(Pairs.Length, Trained.Pair, CancellationToken.None));

    private static ScoredLink[][] Align(DecisionOptions decision, int threads = 2) =>
        Links(new StatisticalAligner(Trained.Model, decision, threads)
            .Align(Pairs.Length, Trained.Pair, CancellationToken.None));

    private static ScoredLink[][] Links(IEnumerable<ScoredAlignment> alignments) =>
        [.. alignments.Select(alignment => alignment.Links.ToArray())];
}
