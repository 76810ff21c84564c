using Aligner.Core.Evaluation;

namespace Aligner.Applications.Views.Pages;

/// <summary>What a page shows of a system besides its scores.</summary>
/// <param name="Lengths">Counts by the length of pairs.</param>
/// <param name="Curve">Counts over thresholds; null where links have no probabilities.</param>
public sealed record SystemDetail(Breakdown Lengths, IReadOnlyList<ThresholdPoint>? Curve);
