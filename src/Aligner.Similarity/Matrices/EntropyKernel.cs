using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Matrices;

/// <summary>How evenly a word is similar to all words of the other side (Jalili Sabet et al. 2020, 2.3).</summary>
internal static class EntropyKernel
{
    /// <summary>
    /// Entropy of each row as a distribution, divided by that of the even one: from 0 (one word) to 1 (all alike). A
    /// row of one value or of zeros has 0.
    /// </summary>
    /// <param name="matrix">Rows × columns, at least 0.</param>
    /// <param name="entropies">One for each row.</param>
    public static void Rows(ReadOnlySpan<float> matrix, Span<float> entropies)
    {
        int columns = matrix.Length / entropies.Length;
        for (int row = 0; row < entropies.Length; row++)
        {
            double sum = 0;
            double logarithms = 0;
            foreach (float value in matrix.Slice(row * columns, columns))
            {
                sum += value;
                logarithms += value > 0 ? value * Math.Log(value) : 0;
            }

            // −Σ p log p with p = s/Σs.
            entropies[row] = columns > 1 && sum > 0
                ? (float)((Math.Log(sum) - (logarithms / sum)) / Math.Log(columns))
                : 0;
        }
    }

    /// <summary>The same for each column.</summary>
    public static void Columns(ReadOnlySpan<float> matrix, Span<float> entropies)
    {
        using Pooled<float> transposed = new(matrix.Length);
        MatrixKernel.Transpose(matrix, matrix.Length / entropies.Length, entropies.Length, transposed.Span);
        Rows(transposed.Span, entropies);
    }
}
