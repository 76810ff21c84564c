namespace Aligner.Applications.Filtering;

/// <summary>
/// The probability that a pair is a translation. A pair may not be translated, or be in the wrong language; it is a
/// translation if it has neither fault, and each is judged by a logistic regression of its own: P = ∏ σ(b_k + w_k·x_k).
/// </summary>
/// <remarks>
/// The numbers were fitted by maximum likelihood to NTREX-128 with injected noise; benchmarks/results.md says how.
/// </remarks>
internal static class NoiseModel
{
    /// <summary>Keeps the logarithm of a share finite.</summary>
    private const double Floor = 0.05;

    /// <summary>The probability that the pair is a translation.</summary>
    /// <param name="links">What its links tell.</param>
    /// <param name="language">What its characters tell.</param>
    public static double Probability(LinkEvidence links, LanguageEvidence language) =>
        links.HasWords ? Translated(links) * InTargetLanguage(language) : 0;

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Translated(LinkEvidence links) => Sigmoid(
        4.62
        + (3.47 * Math.Log(links.WorstHalf + Floor))
        + (0.68 * (Math.Log(links.Source + Floor) + Math.Log(links.Target + Floor))));

    private static double InTargetLanguage(LanguageEvidence language) =>
        Sigmoid(-0.81 + (4.51 * language.NotSource) + (1.1 * language.Typical));
}
