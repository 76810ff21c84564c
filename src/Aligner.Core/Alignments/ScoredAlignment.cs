namespace Aligner.Core.Alignments;

/// <summary>The links of a sentence pair with their probabilities, and a score for the pair as a whole.</summary>
/// <param name="Links">The links in source-then-target order, none twice.</param>
/// <param name="LogProbability">
/// Natural log-probability of the pair per token; always finite and at most 0. Pairs that are not translations score
/// low, and those that no model can use have <see cref="LogZero"/>.
/// </param>
public sealed record ScoredAlignment(IReadOnlyList<ScoredLink> Links, double LogProbability)
{
    /// <summary>
    /// Stands for the logarithm of zero, as in ARPA files: the score of a pair with a side that is empty or too long.
    /// </summary>
    public const double LogZero = -99;

    /// <summary>The links without their probabilities.</summary>
    public Alignment ToAlignment() => Alignment.Of(Links.Select(scored => scored.Link));
}
