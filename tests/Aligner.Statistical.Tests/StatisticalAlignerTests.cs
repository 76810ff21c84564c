using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;

namespace Aligner.Statistical.Tests;

public class StatisticalAlignerTests
{
    private static readonly TrainingResult Trained =
        Samples.Train("statistical", Bitexts.Reader(Bitexts.Synthetic(pairs: 250, types: 60, maxLength: 7)));

    private static readonly EncodedPair[] Pairs =
        [.. Enumerable.Range(0, Trained.Corpus.Count).Select(Trained.Pair)];

    [Fact]
    public void What_is_known_of_a_text_does_not_depend_on_threads() =>
        Align("network", threads: 2, Pairs.Length).ShouldBe(Align("network", threads: 1, Pairs.Length));

    [Fact]
    public void A_text_that_is_known_is_aligned_otherwise() =>
        Align("network", threads: 2, Pairs.Length).ShouldNotBe(Align("network", threads: 2, count: 0));

    [Theory]
    [InlineData("network", 199)]
    [InlineData("mean", 250)]
    public void Short_texts_and_other_symmetrizations_stay_as_they_are(string symmetrization, int count) =>
        Align(symmetrization, threads: 2, count, threshold: 0.5)
            .ShouldBe(Align(symmetrization, threads: 2, count: 0, threshold: 0.5));

    /// <summary>All possible links have 0.4: to take them all has the greatest expected F1.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    public void Without_a_threshold_a_text_gets_its_own(int count)
    {
        LinkNetwork doubtful = new()
        {
            Weights = new float[LinkFeatures.Names.Count],
            HiddenBiases = [0],
            Output = [0],
            Direct = new float[LinkFeatures.Names.Count],
            Bias = MathF.Log(0.4f / 0.6f),
        };
        Align(null, count).Count.ShouldBeGreaterThan(count);
        Align(null, count).ShouldAllBe(link => Math.Abs(link.Probability - 0.4) < 1e-6);
        Align(0.5, count).ShouldBeEmpty();
        Align(null, pairs: 0).ShouldBeEmpty();

        IReadOnlyList<ScoredLink> Align(double? threshold, int pairs)
        {
            DecodingOptions options = new() { Symmetrization = "network", Network = doubtful, Threshold = threshold };
            StatisticalAligner aligner = new StatisticalAligner(Trained.Model, options, threads: 2)
                .ForText(pairs, Trained.Pair, CancellationToken.None);
            return
            [
                .. aligner.AlignWithScores(Pairs[..count], CancellationToken.None)
                    .SelectMany(alignment => alignment.Links),
            ];
        }
    }

    [Fact]
    public void A_text_may_have_pairs_that_are_not_aligned()
    {
        StatisticalAligner aligner = Aligner("network", threads: 2).ForText(
            Pairs.Length, k => k < 249 ? Pairs[k] : default, CancellationToken.None);
        aligner.AlignWithScores([default, Pairs[0]], CancellationToken.None)[0].Links.ShouldBeEmpty();
    }

    [Fact]
    public void Looking_at_a_text_can_be_cancelled() =>
        Should.Throw<OperationCanceledException>(() => Aligner("network", threads: 2)
            .ForText(Pairs.Length, Trained.Pair, new CancellationToken(canceled: true)));

    private static StatisticalAligner Aligner(string symmetrization, int threads, double? threshold = null) =>
        new(Trained.Model, new DecodingOptions { Symmetrization = symmetrization, Threshold = threshold }, threads);

    private static ScoredLink[] Align(string symmetrization, int threads, int count, double? threshold = null) =>
    [
        .. Aligner(symmetrization, threads, threshold)
            .ForText(count, Trained.Pair, CancellationToken.None)
            .AlignWithScores(Pairs, CancellationToken.None)
            .SelectMany(alignment => alignment.Links),
    ];
}
