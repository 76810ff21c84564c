namespace Aligner.Combination.Evidence;

/// <summary>A source of link probabilities for a pair.</summary>
/// <param name="Name">Its name in features, reports and messages.</param>
/// <param name="Kind">The meaning of its table.</param>
public sealed record Expert(string Name, ExpertKind Kind);
