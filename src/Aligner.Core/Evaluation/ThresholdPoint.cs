namespace Aligner.Core.Evaluation;

/// <summary>The counts of the links that are at least as probable as a threshold.</summary>
/// <param name="Threshold">The least probability.</param>
/// <param name="Counts">Counts of the whole corpus.</param>
public readonly record struct ThresholdPoint(double Threshold, LinkCounts Counts);
