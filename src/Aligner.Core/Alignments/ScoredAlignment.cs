namespace Aligner.Core.Alignments;

/// <summary>The links of a sentence pair with their probabilities, and a score for the pair as a whole.</summary>
/// <param name="Links">The links in source-then-target order, none twice.</param>
/// <param name="LogProbability">
/// Natural log-probability of the pair per token; always finite. Pairs that are not translations score low.
/// </param>
public sealed record ScoredAlignment(IReadOnlyList<ScoredLink> Links, double LogProbability)
{
    /// <summary>The links without their probabilities.</summary>
    public Alignment ToAlignment() => Alignment.Of(Links.Select(scored => scored.Link));
}
