namespace Aligner.Core.Evaluation;

/// <summary>The counts of one class of links.</summary>
public sealed record BreakdownRow(string Name, LinkCounts Counts);
