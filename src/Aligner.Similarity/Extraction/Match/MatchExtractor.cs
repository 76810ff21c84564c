using System.Numerics.Tensors;
using Aligner.Core.Alignments;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Match;

/// <summary>
/// Match of SimAlign (<c>mwmf</c>; Jalili Sabet et al. 2020): the one-to-one links of the largest total similarity.
/// </summary>
/// <remarks>
/// Words whose similarity is 0 or less are never linked. As in SimAlign, of all matchings those with the most links
/// come first, and of these the one of the largest sum. The score of a link is its similarity.
/// </remarks>
internal sealed class MatchExtractor : LinkExtractor
{
    private protected override void Extract(
        ReadOnlySpan<float> similarity, int sourceLength, int targetLength, Span<float> scores, List<ScoredLink> links)
    {
        bool isTall = sourceLength > targetLength;
        (int rows, int columns) = isTall ? (targetLength, sourceLength) : (sourceLength, targetLength);
        using Pooled<double> cost = new(similarity.Length);
        using Pooled<int> columnOfRow = new(rows);
        WriteCosts(similarity, rows, columns, isTall, cost.Span);
        MatchKernel.Assign(cost.Span, columnOfRow.Span, columns);
        for (int row = 0; row < rows; row++)
        {
            (int i, int j) = isTall ? (columnOfRow.Span[row], row) : (row, columnOfRow.Span[row]);
            if (similarity[(i * targetLength) + j] > 0)
            {
                links.Add(Scored(similarity, targetLength, i, j));
            }
        }
    }

    private static void WriteCosts(
        ReadOnlySpan<float> similarity, int rows, int columns, bool transpose, Span<double> cost)
    {
        // More than any whole matching can gain, so that a pair without an edge is a last resort.
        double noEdge = (rows + 1.0) * Math.Max(0, TensorPrimitives.Max(similarity));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float value = similarity[transpose ? (column * rows) + row : (row * columns) + column];
                cost[(row * columns) + column] = value > 0 ? -value : noEdge;
            }
        }
    }
}
