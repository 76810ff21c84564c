using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Softmax;

/// <summary>The distributions over words that a similarity matrix gives.</summary>
internal static class LinkProbabilities
{
    /// <summary>Turns one row of scores into a distribution, in place.</summary>
    public delegate void Normalizer(Span<float> row);

    /// <summary>The softmax of a row, in place.</summary>
    public static void Softmax(Span<float> row)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Max(row), row);
        TensorPrimitives.Exp(row, row);
        TensorPrimitives.Divide(row, OrderedSums.Sum(row), row);
    }

    /// <summary>The same with one more word, of the score given, whose probability is not kept.</summary>
    public static void Softmax(Span<float> row, float other)
    {
        float largest = Math.Max(TensorPrimitives.Max(row), other);
        TensorPrimitives.Subtract(row, largest, row);
        TensorPrimitives.Exp(row, row);
        TensorPrimitives.Divide(row, OrderedSums.Sum(row) + MathF.Exp(other - largest), row);
    }

    /// <summary>A distribution over the target words for each source word.</summary>
    public static void OverTarget(
        ReadOnlySpan<float> similarity, int columns, double temperature, Normalizer normalize, Span<float> result)
    {
        TensorPrimitives.Multiply(similarity, (float)(1 / temperature), result);
        for (int start = 0; start < result.Length; start += columns)
        {
            normalize(result.Slice(start, columns));
        }
    }

    /// <summary>A distribution over the source words for each target word, in the layout of the matrix.</summary>
    public static void OverSource(
        ReadOnlySpan<float> similarity, int columns, double temperature, Normalizer normalize, Span<float> result)
    {
        int rows = similarity.Length / columns;
        using Pooled<float> transposed = new(similarity.Length);
        MatrixKernel.Transpose(similarity, rows, columns, result);
        OverTarget(result, rows, temperature, normalize, transposed.Span);
        MatrixKernel.Transpose<float>(transposed.Span, columns, rows, result);
    }

    /// <summary>
    /// The probability of awesome-align (Dou and Neubig 2021) for every pair: 2fr/(f + r) of the softmax f over the m
    /// target words at temperature √m and the softmax r over the n source words at temperature √n.
    /// </summary>
    public static void Symmetric(
        ReadOnlySpan<float> similarity, int columns, double temperature, Span<float> result)
    {
        int rows = similarity.Length / columns;
        using Pooled<float> reverse = new(similarity.Length);
        OverTarget(similarity, columns, temperature * Math.Sqrt(columns), Softmax, result);
        OverSource(similarity, columns, temperature * Math.Sqrt(rows), Softmax, reverse.Span);
        for (int k = 0; k < result.Length; k++)
        {
            float sum = result[k] + reverse.Span[k];
            result[k] = sum > 0 ? Math.Min(1, 2 * result[k] * reverse.Span[k] / sum) : 0;
        }
    }
}
