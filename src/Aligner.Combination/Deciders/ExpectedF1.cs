namespace Aligner.Combination.Deciders;

/// <summary>
/// The threshold with the greatest expected F1, for calibrated probabilities. If all gold links are sure, the AER is
/// 1 − F1 (Fraser and Marcu 2007, section 2.3). The ratio of expectations approximates the expected F1, which suits a
/// text with many links. The network's probabilities are a little high on purpose (see <see
/// cref="Networks.LinkNetworkOptions.Threshold"/>); on dev sets thresholds by them were as good as by others.
/// </summary>
internal static class ExpectedF1
{
    /// <summary>The threshold without any knowledge of the text.</summary>
    public const float Even = 0.5f;

    /// <summary>
    /// The threshold with the greatest expected F1 over all links of a text: half of that F1 (Lipton, Elkan and
    /// Narayanaswamy 2014, "Thresholding classifiers to maximize F1 score", theorem 1). Texts
    /// with uncertain links get a lower threshold.
    /// </summary>
    /// <param name="probabilities">Those of all possible links; sorted afterwards.</param>
    /// <returns>The threshold, at most ½; ½ without links.</returns>
    public static float Threshold(Span<float> probabilities)
    {
        probabilities.Sort();
        double right = 0, best = 0, taken = 0;
        foreach (float probability in probabilities)
        {
            right += probability;
        }

        for (int k = probabilities.Length - 1; k >= 0; k--)
        {
            taken += probabilities[k];
            best = Math.Max(best, 2 * taken / (probabilities.Length - k + right));
        }

        return best > 0 ? (float)(best / 2) : Even;
    }
}
