using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Extraction.Posterior;

namespace Aligner.Similarity.Tests.Extraction;

public class PosteriorExtractorTests
{
    /// <summary>With temperature 1, exp of the logarithms: rows 6 1 | null 1 and 2 4 | null 1.</summary>
    private static readonly float[] Similarity = [MathF.Log(6), 0, MathF.Log(2), MathF.Log(4)];

    [Fact]
    public void The_score_is_the_geometric_mean_of_both_softmaxes_with_a_null_word()
    {
        PosteriorExtractor extractor = new(new PosteriorOptions { Temperature = 1, NullSimilarity = 0, Threshold = 0 });
        ScoredLink[] links = extractor.Extract(Similarity, 2, 2);
        links.Select(link => link.Link).ShouldBe([new(0, 0), new(0, 1), new(1, 0), new(1, 1)]);
        links.Select(link => link.Probability).ToArray().ShouldBe(
            [Mean(6 / 8.0, 6 / 9.0), Mean(1 / 8.0, 1 / 6.0), Mean(2 / 7.0, 2 / 9.0), Mean(4 / 7.0, 4 / 6.0)], 1e-6f);
    }

    [Fact]
    public void Links_pass_the_threshold_and_lose_to_a_strong_null_word()
    {
        PosteriorOptions options = new() { Temperature = 1, NullSimilarity = 0, Threshold = 0.5 };
        Links(options).ShouldBe([new(0, 0), new(1, 1)]);
        Links(options with { Threshold = 0.65 }).ShouldBe([new(0, 0)]);
        Links(options with { NullSimilarity = 1, Threshold = 0.6 }).ShouldBeEmpty();
        LinkExtractors.Get("posterior").Create(new ExtractionSettings { Temperature = 1, NullSimilarity = 0 })
            .Extract(Similarity, 2, 2).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(-0.1, 0.7)]
    [InlineData(0.3, 1.1)]
    public void Options_out_of_range_are_refused(double threshold, double missing) =>
        Should.Throw<ArgumentException>(() => new PosteriorExtractor(
            new PosteriorOptions { Threshold = threshold, NullSimilarity = missing }));

    private static Link[] Links(PosteriorOptions options) =>
        [.. new PosteriorExtractor(options).Extract(Similarity, 2, 2).Select(link => link.Link)];

    private static float Mean(double forward, double reverse) => (float)Math.Sqrt(forward * reverse);
}
