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
        PosteriorExtractor extractor = new(
            new PosteriorOptions { Temperature = 1, NullSimilarity = 0, Threshold = 0, GrowThreshold = 0 });
        ScoredLink[] links = extractor.Extract(Similarity, 2, 2);
        links.Select(link => link.Link).ShouldBe([new(0, 0), new(0, 1), new(1, 0), new(1, 1)]);
        links.Select(link => link.Probability).ToArray().ShouldBe(
            [Mean(6 / 8.0, 6 / 9.0), Mean(1 / 8.0, 1 / 6.0), Mean(2 / 7.0, 2 / 9.0), Mean(4 / 7.0, 4 / 6.0)], 1e-6f);
    }

    [Fact]
    public void Links_pass_the_threshold_and_lose_to_a_strong_null_word()
    {
        PosteriorOptions options = new() { Temperature = 1, NullSimilarity = 0, GrowThreshold = 1 };
        Links(options).ShouldBe([new(0, 0), new(1, 1)]);
        Links(options with { Threshold = 0.65 }).ShouldBe([new(0, 0)]);
        Links(options with { NullSimilarity = 1, Threshold = 0.6 }).ShouldBeEmpty();
        LinkExtractors.Get("posterior").Create(new ExtractionSettings { Temperature = 1, NullSimilarity = 0 })
            .Extract(Similarity, 2, 2).Length.ShouldBe(2);
    }

    /// <summary>
    /// The probable link 1-1 draws in 0-0 by its corner, then 0-1 has no free word left; 0-3 at last is the only one
    /// of its words.
    /// </summary>
    [Fact]
    public void Probable_links_draw_in_those_beside_them_and_words_without_links_take_their_best()
    {
        float[] probability =
        [
            0.3f, 0.2f, 0f, 0f,
            0f, 0.9f, 0f, 0f,
            0.2f, 0f, 0.6f, 0f,
            0f, 0f, 0f, 0.16f,
        ];
        Grown(probability, 0.5, 0.15).ShouldBe([0, 5, 10, 15]);
        Grown(probability, 0.5, 0.25).ShouldBe([0, 5, 10]);
        Grown(probability, 0.5, 0.5).ShouldBe([5, 10]);
        probability[0] = 0;
        Grown(probability, 0.5, 0.15).ShouldBe([1, 5, 8, 10, 15]);
        probability[1] = probability[15] = 0;
        probability[14] = 0.2f;
        probability[3] = 0.3f;
        Grown(probability, 0.5, 0.15).ShouldBe([3, 5, 8, 10, 14]);
    }

    [Fact]
    public void A_threshold_that_is_given_is_all_that_counts()
    {
        float[] unsure = [0.69f];
        LinkExtractors.Get("posterior").Create(new ExtractionSettings()).Extract(unsure, 1, 1).Length.ShouldBe(1);
        LinkExtractors.Get("posterior").Create(new ExtractionSettings { Threshold = 0.5 }).Extract(unsure, 1, 1)
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-0.1, 0.7)]
    [InlineData(0.3, 1.1)]
    public void Options_out_of_range_are_refused(double threshold, double missing) =>
        Should.Throw<ArgumentException>(() => new PosteriorExtractor(
            new PosteriorOptions { Threshold = threshold, NullSimilarity = missing }));

    private static Link[] Links(PosteriorOptions options) =>
        [.. new PosteriorExtractor(options).Extract(Similarity, 2, 2).Select(link => link.Link)];

    private static int[] Grown(float[] probability, double sure, double possible)
    {
        bool[] links = new bool[probability.Length];
        GrowthKernel.Grow(probability, 4, sure, possible, links);
        return [.. Enumerable.Range(0, links.Length).Where(place => links[place])];
    }

    private static float Mean(double forward, double reverse) => (float)Math.Sqrt(forward * reverse);
}
