namespace Aligner.Statistical.Interpolation;

/// <summary>Weights of a mixture by EM.</summary>
internal static class InterpolationKernel
{
    /// <summary>
    /// Words that each component explains where p(f) = Σ_k λ_k p_k(f) is most probable: Σ_f λ_k p_k(f) / p(f).
    /// </summary>
    /// <param name="probabilities">
    /// p_k(f), a row for each word f; element f·K + k. Some p_k of each row is above 0.
    /// </param>
    /// <param name="iterations">Iterations of EM.</param>
    /// <param name="explained">
    /// K numbers: the words that each component explains; they sum to the number of rows.
    /// </param>
    public static void Fit(ReadOnlySpan<double> probabilities, int iterations, Span<double> explained)
    {
        int rows = probabilities.Length / explained.Length;
        Span<double> weights = stackalloc double[explained.Length];
        explained.Fill((double)rows / explained.Length);
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            explained.CopyTo(weights);
            explained.Clear();
            for (int row = 0; row < rows; row++)
            {
                Share(probabilities.Slice(row * weights.Length, weights.Length), weights, explained);
            }
        }
    }

    private static void Share(ReadOnlySpan<double> row, ReadOnlySpan<double> weights, Span<double> explained)
    {
        double sum = 0;
        for (int k = 0; k < row.Length; k++)
        {
            sum += weights[k] * row[k];
        }

        for (int k = 0; k < row.Length; k++)
        {
            explained[k] += weights[k] * row[k] / sum;
        }
    }
}
