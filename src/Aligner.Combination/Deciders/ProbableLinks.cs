using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Takes the links that are probable enough.</summary>
public static class ProbableLinks
{
    /// <summary>The links of a pair that are more probable than a threshold, and the expected errors.</summary>
    /// <param name="possible">All possible links.</param>
    /// <param name="threshold">The threshold.</param>
    public static ScoredAlignment Take(ScoredAlignment possible, float threshold) => possible with
    {
        Links = [.. possible.Links.Where(link => link.Probability > threshold)],
        ExpectedErrors = possible.Links.Sum(
            link => link.Probability > threshold ? 1 - (double)link.Probability : link.Probability),
    };
}
