namespace Aligner.Statistical.Ibm2;

/// <summary>
/// The log-linear position prior of Dyer, Chahuneau and Smith (2013), section 2: p(a_j = i) ∝ exp(−λ |i/n − j/m|),
/// with i and j counted from 1.
/// </summary>
internal static class DiagonalPrior
{
    /// <summary>Fills one row of the prior for target position j (from 0); it sums to 1.</summary>
    /// <param name="tension">λ, how closely links follow the diagonal.</param>
    /// <param name="j">Target position, from 0.</param>
    /// <param name="m">Number of target words.</param>
    /// <param name="row">Receives n probabilities.</param>
    public static void Fill(double tension, int j, int m, Span<float> row)
    {
        int n = row.Length;
        (int split, double below, double above) = Split(j, n, m);
        double ratio = Math.Exp(-tension / n);
        double total = 0;
        double weight = Math.Exp(-tension * below);
        for (int i = split - 1; i >= 0; i--, weight *= ratio)
        {
            row[i] = (float)weight;
            total += weight;
        }

        weight = Math.Exp(-tension * above);
        for (int i = split; i < n; i++, weight *= ratio)
        {
            row[i] = (float)weight;
            total += weight;
        }

        float scale = (float)(1 / total);
        foreach (ref float value in row)
        {
            value *= scale;
        }
    }

    /// <summary>
    /// How many source positions lie at or below the diagonal, and the distances of the nearest ones below and above,
    /// less that of the nearest of all: then no tension makes every weight vanish.
    /// </summary>
    private static (int Split, double Below, double Above) Split(int j, int n, int m)
    {
        int split = (int)((j + 1L) * n / m);
        double diagonal = (j + 1.0) / m;
        double below = diagonal - ((double)split / n);
        double above = ((split + 1.0) / n) - diagonal;
        double nearest = split == 0 ? above : Math.Min(below, above);
        return (split, below - nearest, above - nearest);
    }
}
