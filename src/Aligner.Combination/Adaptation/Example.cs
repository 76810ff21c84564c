namespace Aligner.Combination.Adaptation;

/// <summary>A labeled link: the log-odds of the network, and what an adaptation v adds to them, v·z.</summary>
/// <param name="Dense">The first numbers of z.</param>
/// <param name="Source">The place in z of the source word, which is 1 there; −1 if it has none.</param>
/// <param name="Target">The place in z of the target word; −1 if it has none.</param>
/// <param name="LogOdds">The log-odds of the network.</param>
/// <param name="Label">1 for sure links, ½ for possible ones, 0 for others.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record Example(float[] Dense, int Source, int Target, double LogOdds, float Label, float Weight)
{
    /// <summary>The log-odds with an adaptation.</summary>
    public double Adapted(ReadOnlySpan<double> adaptation)
    {
        double sum = LogOdds;
        for (int k = 0; k < Dense.Length; k++)
        {
            sum += adaptation[k] * Dense[k];
        }

        return sum + (Source < 0 ? 0 : adaptation[Source]) + (Target < 0 ? 0 : adaptation[Target]);
    }
}
