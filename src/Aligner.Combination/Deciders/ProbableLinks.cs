using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Takes the links that are probable enough.</summary>
public static class ProbableLinks
{
    /// <summary>
    /// The most pairs of a text that has a threshold of its own; larger ones are best decided at ½ (see
    /// docs/methods.md, "Threshold").
    /// </summary>
    public const int LargestText = 9_999;

    /// <summary>The links of a pair that are more probable than a threshold, and the expected errors.</summary>
    /// <param name="possible">All possible links.</param>
    /// <param name="threshold">Default ½.</param>
    public static ScoredAlignment Take(ScoredAlignment possible, float threshold = ExpectedF1.Even) => possible with
    {
        Links = [.. possible.Links.Where(link => link.Probability > threshold)],
        ExpectedErrors = possible.Links.Sum(
            link => link.Probability > threshold ? 1 - (double)link.Probability : link.Probability),
    };

    /// <summary>The links of the pairs of a text with the greatest expected F1 over it.</summary>
    public static IReadOnlyList<ScoredAlignment> TakeOfText(IReadOnlyList<ScoredAlignment> possible)
    {
        float threshold = ExpectedF1.Threshold(
            [.. possible.SelectMany(pair => pair.Links, (_, link) => link.Probability)]);
        return [.. possible.Select(pair => Take(pair, threshold))];
    }
}
