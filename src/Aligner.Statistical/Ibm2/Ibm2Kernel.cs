namespace Aligner.Statistical.Ibm2;

/// <summary>
/// Model 2 with the diagonal prior (Dyer, Chahuneau and Smith 2013, eq. 1–2): NULL with probability p0, else a source
/// position by <see cref="DiagonalPrior"/>.
/// </summary>
internal static class Ibm2Kernel
{
    /// <summary>Link posteriors of one pair.</summary>
    /// <param name="emissions">m rows of t(f_j|e_i).</param>
    /// <param name="nullEmissions">t(f_j|NULL).</param>
    /// <param name="n">Number of source words.</param>
    /// <param name="stride">Columns of a row.</param>
    /// <param name="tension">λ of the diagonal prior.</param>
    /// <param name="nullProbability">p0.</param>
    /// <param name="posteriors">Receives m rows of p(a_j = i | e, f).</param>
    /// <returns>log p(f|e), the length term left out.</returns>
    public static double Posteriors(
        ReadOnlySpan<float> emissions,
        ReadOnlySpan<float> nullEmissions,
        int n,
        int stride,
        double tension,
        double nullProbability,
        Span<float> posteriors)
    {
        int m = nullEmissions.Length;
        float real = (float)(1 - nullProbability);
        double logProbability = 0;
        for (int j = 0; j < m; j++)
        {
            ReadOnlySpan<float> row = emissions.Slice(j * stride, n);
            Span<float> result = posteriors.Slice(j * stride, n);
            DiagonalPrior.Fill(tension, j, m, result);
            float total = (float)nullProbability * nullEmissions[j];
            for (int i = 0; i < row.Length; i++)
            {
                result[i] *= real * row[i];
                total += result[i];
            }

            logProbability += Math.Log(total);
            float scale = 1 / total;
            foreach (ref float posterior in result)
            {
                posterior *= scale;
            }
        }

        return logProbability;
    }
}
