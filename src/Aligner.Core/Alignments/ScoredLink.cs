namespace Aligner.Core.Alignments;

/// <summary>A link with the probability that its aligner gives it.</summary>
/// <param name="Link">The link.</param>
/// <param name="Probability">A finite number from 0 to 1.</param>
public readonly record struct ScoredLink(Link Link, float Probability);
