using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests;

/// <summary>What a made-up expert says of a pair.</summary>
/// <param name="Kind">What its table says.</param>
/// <param name="Rows">Its table, a row for each source word; null if it does not judge the pair.</param>
internal sealed record Opinion(ExpertKind Kind, float[][]? Rows)
{
    /// <summary>The expert's name; that of its kind, the default, where it is the only one.</summary>
    public string Name { get; init; } = $"{Kind}";

    /// <summary>What the expert says of the pair as a whole; null, the default, for nothing.</summary>
    public double? LogProbability { get; init; }

    /// <summary>The expert.</summary>
    public Expert Expert => new(Name, Kind);
}
