namespace Aligner.Statistical.Ibm1;

/// <summary>Model 1 of Brown et al. (1993), eq. 4–6: p(f_j|e) = Σ_{i=0…n} t(f_j|e_i) / (n + 1), e_0 = NULL.</summary>
internal static class Ibm1Kernel
{
    /// <summary>Link posteriors of one pair.</summary>
    /// <param name="emissions">m rows of t(f_j|e_i).</param>
    /// <param name="nullEmissions">t(f_j|NULL).</param>
    /// <param name="n">Number of source words.</param>
    /// <param name="stride">Columns of a row.</param>
    /// <param name="posteriors">Receives m rows of p(a_j = i | e, f).</param>
    /// <returns>log p(f|e), the length term left out.</returns>
    public static double Posteriors(
        ReadOnlySpan<float> emissions, ReadOnlySpan<float> nullEmissions, int n, int stride, Span<float> posteriors)
    {
        double logProbability = 0;
        for (int j = 0; j < nullEmissions.Length; j++)
        {
            ReadOnlySpan<float> row = emissions.Slice(j * stride, n);
            Span<float> result = posteriors.Slice(j * stride, n);
            float total = nullEmissions[j];
            foreach (float emission in row)
            {
                total += emission;
            }

            logProbability += Math.Log(total / (n + 1));
            float scale = 1 / total;
            for (int i = 0; i < row.Length; i++)
            {
                result[i] = row[i] * scale;
            }
        }

        return logProbability;
    }
}
