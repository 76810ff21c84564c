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

    /// <summary>No links, of a pair that no model can use.</summary>
    public static ScoredAlignment Empty { get; } = new([], LogZero);

    /// <summary>
    /// How many decisions about links, taken or not, are expected to be wrong by the probabilities of the links; 0, the
    /// default, if the aligner does not know.
    /// </summary>
    public double ExpectedErrors { get; init; }

    /// <summary>
    /// The probability of each word to have no link; null, the default, if the aligner gives none, or if the pair could
    /// not be aligned (a side is empty or too long).
    /// </summary>
    public NullProbabilities? Nulls { get; init; }

    /// <summary>What each expert says of the links, if the aligner was asked to explain; none by default.</summary>
    public IReadOnlyList<ExpertJudgment> Judgments { get; init; } = [];

    /// <summary>
    /// Links of an aligner that knows no probability of the pair. It gets the logarithm of the mean, over the words of
    /// both sides, of the probability of a word's best link; words without a link count 0.
    /// </summary>
    public static ScoredAlignment OfLinks(IReadOnlyList<ScoredLink> links, int sourceLength, int targetLength)
    {
        float[] best = new float[sourceLength + targetLength];
        foreach (((int source, int target), float probability) in links)
        {
            best[source] = Math.Max(best[source], probability);
            best[sourceLength + target] = Math.Max(best[sourceLength + target], probability);
        }

        double mean = best.Sum(probability => (double)probability) / best.Length;
        return new ScoredAlignment(links, mean > 0 ? Math.Clamp(Math.Log(mean), LogZero, 0) : LogZero);
    }

    /// <summary>The links without their probabilities.</summary>
    public Alignment ToAlignment() => Alignment.Of(Links.Select(scored => scored.Link));
}
