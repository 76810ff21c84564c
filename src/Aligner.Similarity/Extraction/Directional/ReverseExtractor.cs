using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Directional;

/// <summary>Links every target word to its most similar source word, of equal ones the first.</summary>
/// <remarks>The score of a link is its similarity.</remarks>
internal sealed class ReverseExtractor : LinkExtractor
{
    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<int> best = new(targetLength);
        MatrixKernel.ColumnArgMax(similarity, best.Span);
        for (int j = 0; j < targetLength; j++)
        {
            links.Add(Scored(similarity, targetLength, best.Span[j], j));
        }
    }
}
