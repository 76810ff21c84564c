using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.ArgMax;

/// <summary>Links words that are each other's most similar: ArgMax of SimAlign (Jalili Sabet et al. 2020).</summary>
/// <remarks>Of equally similar words the first counts. The score of a link is its similarity.</remarks>
internal sealed class ArgMaxExtractor : LinkExtractor
{
    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        using Pooled<int> forward = new(sourceLength);
        using Pooled<int> reverse = new(targetLength);
        MatrixKernel.RowArgMax(similarity, forward.Span);
        MatrixKernel.ColumnArgMax(similarity, reverse.Span);
        for (int i = 0; i < sourceLength; i++)
        {
            int j = forward.Span[i];
            if (reverse.Span[j] == i)
            {
                links.Add(Scored(similarity, targetLength, i, j));
            }
        }
    }
}
