using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Tests.Decoding;

public class PairDecoderTests
{
    // Three source words and two target words.
    // forward      reverse
    // 0.9  0.04    0.4  0.25
    // 0    0.64    0    0.25
    // 0.1  0.1     0.8  0.1
    private static readonly DirectionalModels Models = new(
        new StubModel([[0.9f, 0, 0.1f], [0.04f, 0.64f, 0.1f]], [0, 1], logProbability: -4),
        new StubModel([[0.4f, 0.25f], [0, 0.25f], [0.8f, 0.1f]], [0, -1, 0], logProbability: -9),
        new Factoring([], new Vocabulary(), new Vocabulary()));

    private static readonly EncodedPair Pair = new(
        new EncodedSentence([new int[] { -1, -1, -1 }]), new EncodedSentence([new int[] { -1, -1 }]));

    [Theory]
    // √(forward · reverse): 0.6, 0.1, 0.4, 0.283, 0.1.
    [InlineData("product", 0.5, "0-0")]
    [InlineData("product", 0.3, "0-0 1-1")]
    [InlineData("product", 0.2, "0-0 1-1 2-0")]
    // Means: 0.65, 0.145, 0.445, 0.45, 0.1.
    [InlineData("mean", 0.5, "0-0")]
    [InlineData("mean", 0.44, "0-0 1-1 2-0")]
    [InlineData("mean", 0.14, "0-0 0-1 1-1 2-0")]
    // Minima: 0.4, 0.04, 0.25, 0.1, 0.1.
    [InlineData("min", 0.5, "")]
    [InlineData("min", 0.3, "0-0")]
    [InlineData("min", 0.25, "0-0")] // a link must pass the threshold
    [InlineData("min", 0.24, "0-0 1-1")]
    // Viterbi links: forward 0-0 1-1, reverse 0-0 2-0.
    [InlineData("forward", 0.5, "0-0 1-1")]
    [InlineData("reverse", 0.5, "0-0 2-0")]
    [InlineData("intersection", 0.5, "0-0")]
    [InlineData("union", 0.5, "0-0 1-1 2-0")]
    [InlineData("grow-diag", 0.5, "0-0 1-1 2-0")]
    public void Links_follow_from_both_directions(string symmetrization, double threshold, string expected) =>
        Decode(new DecodingOptions { Symmetrization = symmetrization, Threshold = threshold }).ToString()
            .ShouldBe(expected);

    [Theory]
    [InlineData("mean", 0.1, "0-0 0-1")] // 1-1 and 2-0 touch 0-0 by a corner, or not at all
    [InlineData("mean", 0.15, "0-0")]
    [InlineData("mean", 0.5, "0-0")]
    [InlineData("product", 0.05, "0-0")]
    [InlineData("min", 0.01, "")]
    public void The_mean_draws_in_less_probable_links_beside_others(
        string symmetrization, double threshold, string expected) =>
        Decode(new DecodingOptions { Symmetrization = symmetrization, GrowThreshold = threshold }).ToString()
            .ShouldBe(expected);

    [Theory]
    // Model and sampler: forward 0.9 and 0 → 0.45, 0 and 1 → 0.5; reverse 0.4 and 0.5 → 0.45, 0 and 1 → 0.5.
    [InlineData("mean", 0.44, "0-0 1-0")]
    [InlineData("mean", 0.46, "1-0")]
    // The Viterbi links are the models' own, posteriors are not.
    [InlineData("forward", 0.5, "0-0 1-1")]
    public void What_was_sampled_counts_for_half(string symmetrization, double threshold, string expected)
    {
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0, 0, 0], [0.5f, 1, 0, 0, 0, 0]);
        DecodingOptions options =
            new() { Symmetrization = symmetrization, Threshold = threshold, GrowThreshold = threshold };

        options.CreateDecoder().Decode(Models, Pair with { Sampled = sampled[0] }, new DecoderWorkspace()).ToString()
            .ShouldBe(expected);
    }

    [Fact]
    public void Posteriors_that_a_heuristic_combines_are_those_with_what_was_sampled()
    {
        SampledLinks sampled = new(1);
        sampled.Set(0, 3, [0, 1, 0, 0, 0, 0], [0.5f, 1, 0, 0, 0, 0]);
        DecodingOptions options =
            new() { Symmetrization = "forward", Selection = LinkSelection.Posterior, Threshold = 0.46 };

        options.CreateDecoder().Decode(Models, Pair with { Sampled = sampled[0] }, new DecoderWorkspace()).ToString()
            .ShouldBe("1-0");
    }

    [Theory]
    [InlineData("forward", 0.5, "0-0 1-1")]
    [InlineData("forward", 0.7, "0-0")]
    [InlineData("reverse", 0.5, "2-0")]
    [InlineData("reverse", 0.2, "0-0 0-1 1-1 2-0")]
    [InlineData("intersection", 0.2, "0-0 1-1")]
    public void Heuristics_can_combine_posteriors_above_a_threshold(
        string symmetrization, double threshold, string expected)
    {
        DecodingOptions options = new()
        {
            Symmetrization = symmetrization,
            Selection = LinkSelection.Posterior,
            Threshold = threshold,
        };

        Decode(options).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("product", 0.6f, 0.4f)]
    [InlineData("mean", 0.65f, 0.445f)]
    [InlineData("min", 0.4f, 0.25f)]
    [InlineData("forward", 0.65f, 0.445f)] // heuristics report the mean
    public void Links_and_pair_have_scores(string symmetrization, float first, float second)
    {
        DecodingOptions options = new() { Symmetrization = symmetrization, Threshold = 0.2 };

        ScoredAlignment scored = options.CreateDecoder().DecodeWithScores(Models, Pair, new DecoderWorkspace());

        scored.Links.Single(link => link.Link == new Link(0, 0)).Probability.ShouldBe(first, 1e-6f);
        scored.Links.Single(link => link.Link == new Link(1, 1)).Probability.ShouldBe(second, 1e-6f);
        scored.LogProbability.ShouldBe(-2.5); // the mean of −4/2 and −9/3
    }

    private static Alignment Decode(DecodingOptions options) =>
        options.CreateDecoder().Decode(Models, Pair, new DecoderWorkspace());
}
