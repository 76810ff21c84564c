namespace Aligner.Core.Alignments;

/// <summary>What one of the experts that an aligner asks says of the links that it took.</summary>
/// <param name="Expert">Its name.</param>
/// <param name="Links">The links of the alignment in their order, each with the probability by the expert.</param>
public sealed record ExpertJudgment(string Expert, IReadOnlyList<ScoredLink> Links)
{
    /// <summary>The same pair seen from the target side.</summary>
    public ExpertJudgment Swap() =>
        this with { Links = [.. Links.Select(scored => scored with { Link = scored.Link.Swap() })] };
}
