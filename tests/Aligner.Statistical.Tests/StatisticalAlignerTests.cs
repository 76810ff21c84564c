using Aligner.Core.Alignments;
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
        Align(symmetrization, threads: 2, count).ShouldBe(Align(symmetrization, threads: 2, count: 0));

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

    private static StatisticalAligner Aligner(string symmetrization, int threads) =>
        new(Trained.Model, new DecodingOptions { Symmetrization = symmetrization }, threads);

    private static ScoredLink[] Align(string symmetrization, int threads, int count) =>
    [
        .. Aligner(symmetrization, threads)
            .ForText(count, Trained.Pair, CancellationToken.None)
            .AlignWithScores(Pairs, CancellationToken.None)
            .SelectMany(alignment => alignment.Links),
    ];
}
