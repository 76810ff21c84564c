using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction.Softmax;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Posterior;

/// <summary>
/// Links whose probability, the geometric mean of a softmax over the target words and one over the source words, passes a
/// threshold. Each softmax has a null word of fixed similarity, as encoders that were trained with one expect.
/// </summary>
public sealed class PosteriorExtractor : LinkExtractor
{
    private readonly PosteriorOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public PosteriorExtractor(PosteriorOptions options)
    {
        options.Validate();
        _options = options;
    }

    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, List<ScoredLink> links)
    {
        using Pooled<float> forward = new(similarity.Length);
        using Pooled<float> reverse = new(similarity.Length);
        double temperature = _options.Temperature;
        float missing = (float)(_options.NullSimilarity / temperature);
        LinkProbabilities.OverTarget(similarity, targetLength, temperature, WithNull, forward.Span);
        LinkProbabilities.OverSource(similarity, targetLength, temperature, WithNull, reverse.Span);
        for (int k = 0; k < similarity.Length; k++)
        {
            float probability = Math.Min(1, MathF.Sqrt(forward.Span[k] * reverse.Span[k]));
            if (probability > _options.Threshold)
            {
                (int i, int j) = Math.DivRem(k, targetLength);
                links.Add(new ScoredLink(new Link(i, j), probability));
            }
        }

        void WithNull(Span<float> row) => LinkProbabilities.Softmax(row, missing);
    }
}
