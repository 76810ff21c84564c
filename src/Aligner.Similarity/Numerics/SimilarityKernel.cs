using System.Numerics.Tensors;
using Aligner.Core.Numerics;

namespace Aligner.Similarity.Numerics;

/// <summary>From vectors to similarities. All matrices are row-major.</summary>
internal static class SimilarityKernel
{
    /// <summary>Writes each row divided by its Euclidean norm; a row of zeros stays.</summary>
    public static void Normalize(ReadOnlySpan<float> rows, int dimension, Span<float> normalized)
    {
        for (int start = 0; start < rows.Length; start += dimension)
        {
            ReadOnlySpan<float> row = rows.Slice(start, dimension);
            float norm = MathF.Sqrt(OrderedSums.Dot(row, row));
            TensorPrimitives.Multiply(row, norm > 0 ? 1 / norm : 0, normalized.Slice(start, dimension));
        }
    }

    /// <summary>Writes each row less <paramref name="mean"/>.</summary>
    /// <exception cref="ArgumentException">There are rows but no mean.</exception>
    public static void Center(ReadOnlySpan<float> rows, ReadOnlySpan<float> mean, Span<float> centered)
    {
        if (mean.IsEmpty && !rows.IsEmpty)
        {
            throw new ArgumentException("no mean: the corpus that it was estimated on had no vectors", nameof(mean));
        }

        for (int start = 0; start < rows.Length; start += mean.Length)
        {
            TensorPrimitives.Subtract(rows.Slice(start, mean.Length), mean, centered.Slice(start, mean.Length));
        }
    }

    /// <summary>Writes the dot products of all source rows with all target rows, n × m.</summary>
    public static void Multiply(
        ReadOnlySpan<float> source, ReadOnlySpan<float> target, int dimension, Span<float> products)
    {
        int next = 0;
        for (int i = 0; i < source.Length; i += dimension)
        {
            ReadOnlySpan<float> row = source.Slice(i, dimension);
            for (int j = 0; j < target.Length; j += dimension)
            {
                products[next++] = OrderedSums.Dot(row, target.Slice(j, dimension));
            }
        }
    }

    /// <summary>Maps cosines from −1…1 to 0…1, (cos + 1)/2, and clamps rounding errors.</summary>
    public static void ScaleCosines(Span<float> cosines)
    {
        for (int k = 0; k < cosines.Length; k++)
        {
            cosines[k] = Math.Clamp((cosines[k] + 1) / 2, 0, 1);
        }
    }

    /// <summary>
    /// Favors the diagonal (Jalili Sabet et al. 2020, 2.3): multiplies by 1 − d(x − y)², x and y the places of the two
    /// words in their sentences from 0 to 1. Does nothing where a side has fewer than two words.
    /// </summary>
    /// <param name="similarity">n × m.</param>
    /// <param name="sourcePlaces">Place of each row.</param>
    /// <param name="targetPlaces">Place of each column.</param>
    /// <param name="distortion">d, from 0 to 1.</param>
    public static void Distort(
        Span<float> similarity,
        ReadOnlySpan<float> sourcePlaces,
        ReadOnlySpan<float> targetPlaces,
        float distortion)
    {
        if (sourcePlaces.Length < 2 || targetPlaces.Length < 2)
        {
            return;
        }

        for (int i = 0; i < sourcePlaces.Length; i++)
        {
            Span<float> row = similarity.Slice(i * targetPlaces.Length, targetPlaces.Length);
            for (int j = 0; j < row.Length; j++)
            {
                float distance = sourcePlaces[i] - targetPlaces[j];
                row[j] *= 1 - (distortion * distance * distance);
            }
        }
    }
}
