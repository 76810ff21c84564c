using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction.Softmax;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Posterior;

/// <summary>
/// Links by their probability, the geometric mean of a softmax over the target words and one over the source words: see
/// <see cref="GrowthKernel"/>. Each softmax has a null word of fixed similarity, as encoders that were trained with one
/// expect.
/// </summary>
internal sealed class PosteriorExtractor : LinkExtractor
{
    private readonly PosteriorOptions _options;
    private readonly LinkProbabilities.Normalizer _normalize;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PosteriorExtractor(PosteriorOptions options)
    {
        options.Validate();
        _options = options;
        float missing = (float)(options.NullSimilarity / options.Temperature);
        _normalize = row => LinkProbabilities.Softmax(row, missing);
    }

    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<float> reverse = new(similarity.Length);
        double temperature = _options.Temperature;
        LinkProbabilities.OverTarget(similarity, targetLength, temperature, _normalize, scores);
        LinkProbabilities.OverSource(similarity, targetLength, temperature, _normalize, reverse.Span);
        for (int k = 0; k < scores.Length; k++)
        {
            scores[k] = Math.Min(1, MathF.Sqrt(scores[k] * reverse.Span[k]));
        }

        using Pooled<bool> taken = new(similarity.Length);
        GrowthKernel.Grow(scores, targetLength, _options.Threshold, _options.GrowThreshold, taken.Span);
        for (int k = 0; k < scores.Length; k++)
        {
            if (taken.Span[k])
            {
                (int i, int j) = Math.DivRem(k, targetLength);
                links.Add(new ScoredLink(new Link(i, j), scores[k]));
            }
        }
    }
}
