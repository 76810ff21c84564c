namespace Aligner.Applications.Filtering;

/// <summary>
/// The probability that a pair is a translation. A pair may not be translated, or be in the wrong language; it is a
/// translation if it has neither fault, and each is judged by a logistic regression of its own: P = ∏ σ(b_k + w_k·x_k).
/// </summary>
/// <remarks>
/// The numbers were fitted to NTREX-128 with injected noise by <c>benchmarks/filter-fit.sh</c>.
/// </remarks>
internal static class NoiseModel
{
    /// <summary>Keeps the logarithm of a share finite.</summary>
    private const double Floor = 0.05;

    private static readonly double[] TranslatedWeights = [6.88, 3.87, -8.45, -1.31];
    private static readonly double[] LanguageWeights = [-2.54, 8.24, 1.82];

    /// <summary>The probability that the pair is a translation.</summary>
    public static double Probability(NoiseEvidence evidence) => evidence.Links.HasWords
        ? Probability(TranslatedWeights, TranslatedFeatures(evidence))
            * Probability(LanguageWeights, LanguageFeatures(evidence))
        : 0;

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>What tells that a pair is translated, and as a whole.</summary>
    public static double[] TranslatedFeatures(NoiseEvidence evidence) =>
    [
        Math.Log(evidence.Links.WorstHalf + Floor),
        evidence.Links.WorstGap,
        evidence.Length,
    ];

    /// <summary>What tells that its target is in the target language.</summary>
    public static double[] LanguageFeatures(NoiseEvidence evidence) =>
        [evidence.Language.NotSource, evidence.Language.Typical];

    /// <summary>σ(b + w·x), where the first weight is b.</summary>
    private static double Probability(double[] weights, double[] features) =>
        Sigmoid(weights[0] + features.Select((feature, k) => weights[k + 1] * feature).Sum());
}
