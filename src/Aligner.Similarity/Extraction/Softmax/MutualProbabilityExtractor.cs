using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Softmax;

/// <summary>Links words that are probable given each other (Dou and Neubig 2021, 2.2).</summary>
/// <remarks>The score of a link is that of awesome-align: 2fr/(f + r) of softmaxes at temperature √length.</remarks>
internal abstract class MutualProbabilityExtractor : LinkExtractor
{
    private readonly LinkProbabilities.Normalizer _normalize;
    private readonly double _temperature;
    private readonly float _threshold;

    private protected MutualProbabilityExtractor(
        LinkProbabilities.Normalizer normalize, double temperature, double threshold)
    {
        _normalize = normalize;
        _temperature = temperature;
        _threshold = (float)threshold;
    }

    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<float> forward = new(similarity.Length);
        using Pooled<float> reverse = new(similarity.Length);
        LinkProbabilities.OverTarget(similarity, targetLength, _temperature, _normalize, forward.Span);
        LinkProbabilities.OverSource(similarity, targetLength, _temperature, _normalize, reverse.Span);
        LinkProbabilities.Symmetric(similarity, targetLength, _temperature, scores);
        for (int k = 0; k < similarity.Length; k++)
        {
            if (forward.Span[k] > _threshold && reverse.Span[k] > _threshold)
            {
                (int i, int j) = Math.DivRem(k, targetLength);
                links.Add(new ScoredLink(new Link(i, j), scores[k]));
            }
        }
    }
}
