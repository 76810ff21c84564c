namespace Aligner.Applications.Counts;

/// <summary>How strongly two events belong together, by how often they occur alone and together.</summary>
public static class Association
{
    /// <summary>
    /// The log-likelihood ratio −2 log λ of the 2×2 table (Dunning 1993): twice the gain in log-likelihood, in nats, of
    /// the counts over what independence expects. It has a minus sign where the two events occur together less often
    /// than by chance.
    /// </summary>
    /// <param name="both">How often both occur.</param>
    /// <param name="first">How often the first occurs.</param>
    /// <param name="second">How often the second occurs.</param>
    /// <param name="total">The number of observations.</param>
    public static double LogLikelihoodRatio(long both, long first, long second, long total)
    {
        double ratio = 2 * (
            Term(both, first, second, total)
            + Term(first - both, first, total - second, total)
            + Term(second - both, total - first, second, total)
            + Term(total - first - second + both, total - first, total - second, total));
        bool isRepelled = both * (double)total < first * (double)second;
        return isRepelled ? -Math.Max(ratio, 0) : Math.Max(ratio, 0);
    }

    /// <summary>Dice's coefficient 2·both / (first + second), from 0 to 1; 0 where nothing occurs.</summary>
    /// <inheritdoc cref="LogLikelihoodRatio" path="/param" />
    public static double Dice(long both, long first, long second) =>
        first + second == 0 ? 0 : 2.0 * both / (first + second);

    private static double Term(long observed, long row, long column, long total) =>
        observed == 0 ? 0 : observed * Math.Log(observed * (double)total / ((double)row * column));
}
