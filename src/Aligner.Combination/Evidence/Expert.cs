namespace Aligner.Combination.Evidence;

/// <summary>One who says how probable the links of a pair are.</summary>
/// <param name="Name">What features, reports and messages call it.</param>
/// <param name="Kind">What its table says.</param>
public sealed record Expert(string Name, ExpertKind Kind);
