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

    /// <summary>All possible links have 0.47.</summary>
    private static readonly LinkNetwork Doubtful = new()
    {
        Features = new LinkFeatures(StatisticalExperts.All).Names,
        Weights = new float[new LinkFeatures(StatisticalExperts.All).Names.Count],
        HiddenBiases = [0],
        Output = [0],
        Direct = new float[new LinkFeatures(StatisticalExperts.All).Names.Count],
        Bias = MathF.Log(0.47f / 0.53f),
    };

    [Fact]
    public void Threads_change_nothing() =>
        Align(new NetworkOptions(), threads: 2).ShouldBe(Align(new NetworkOptions(), threads: 1));

    [Fact]
    public void The_threshold_is_that_of_the_size_of_the_training_text()
    {
        NetworkOptions doubtful = new() { Network = Doubtful };

        Align(doubtful).SelectMany(pair => pair).Count().ShouldBeGreaterThan(Pairs.Length);
        Align(doubtful with { Threshold = 0.5 }).ShouldAllBe(pair => pair.Length == 0);
        Links(new StatisticalAligner(Trained.Model with { Pairs = 10_000 }, doubtful, threads: 2)
            .Align(Pairs.Length, Trained.Pair, CancellationToken.None)).ShouldAllBe(pair => pair.Length == 0);
    }

    [Fact]
    public void A_saved_model_keeps_the_size_of_its_training_text()
    {
        using MemoryStream stream = new();
        StatisticalModelFormat.Write(stream, Trained.Model);
        stream.Position = 0;

        StatisticalModelFormat.Read(stream, "model").Pairs.ShouldBe(Pairs.Length);
    }

    [Fact]
    public void A_text_may_have_pairs_that_are_not_aligned()
    {
        StatisticalAligner aligner = new(Trained.Model, new NetworkOptions(), threads: 2);
        IReadOnlyList<ScoredAlignment> aligned =
            aligner.Align(3, k => k == 1 ? default : Pairs[k], CancellationToken.None);
        aligned.Count.ShouldBe(3);
        aligned[1].Links.ShouldBeEmpty();
        aligned[1].LogProbability.ShouldBe(ScoredAlignment.LogZero);
        aligned[2].Links.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_text_without_pairs_has_no_alignments() =>
        new StatisticalAligner(Trained.Model, new NetworkOptions(), threads: 2)
            .Align(0, Trained.Pair, CancellationToken.None).ShouldBeEmpty();

    [Fact]
    public void Looking_at_a_text_can_be_cancelled() => Should.Throw<OperationCanceledException>(() =>
        new StatisticalAligner(Trained.Model, new NetworkOptions(), threads: 2)
            .Align(Pairs.Length, Trained.Pair, new CancellationToken(canceled: true)));

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

    private static ScoredLink[][] Align(DecisionOptions decision, int threads = 2) =>
        Links(new StatisticalAligner(Trained.Model, decision, threads)
            .Align(Pairs.Length, Trained.Pair, CancellationToken.None));

    private static ScoredLink[][] Links(IEnumerable<ScoredAlignment> alignments) =>
        [.. alignments.Select(alignment => alignment.Links.ToArray())];
}
