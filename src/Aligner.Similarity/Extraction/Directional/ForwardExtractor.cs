using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Directional;

/// <summary>Links every source word to its most similar target word, of equal ones the first.</summary>
/// <remarks>The score of a link is its similarity.</remarks>
internal sealed class ForwardExtractor : LinkExtractor
{
    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<int> best = new(sourceLength);
        MatrixKernel.RowArgMax(similarity, best.Span);
        for (int i = 0; i < sourceLength; i++)
        {
            links.Add(Scored(similarity, targetLength, i, best.Span[i]));
        }
    }
}
