namespace Aligner.Statistical.Tests.Ibm2;

/// <summary>The diagonal prior by its definition, in double.</summary>
internal static class NaiveDiagonal
{
    /// <summary>exp(−λ|i/n − j/m|) / Z for all i, with i and j counted from 1 in the formula and from 0 here.</summary>
    public static double[] Row(double tension, int j, int n, int m)
    {
        double[] weights = [.. Enumerable.Range(1, n)
            .Select(i => Math.Exp(-tension * Math.Abs(((double)i / n) - ((j + 1.0) / m))))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
