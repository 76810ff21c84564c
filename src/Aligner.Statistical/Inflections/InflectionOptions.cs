using Aligner.Core;

namespace Aligner.Statistical.Inflections;

/// <summary>When an inflection of one language counts as the translation of a word of the other.</summary>
public sealed record InflectionOptions
{
    /// <summary>Maximum distance of the word from its head; default 2.</summary>
    public int MaxDistance { get; init; } = 2;

    /// <summary>Characters of a suffix; words that keep fewer than two without it have none. Default 3.</summary>
    public int MaxSuffixLength { get; init; } = 3;

    /// <summary>
    /// Unlinked words that are examined: those adjacent to the most heads, counted separately before and after the
    /// head; default 128.
    /// </summary>
    public int MaxCues { get; init; } = 128;

    /// <summary>Minimum number of co-occurrences of the word and the suffix; default 5.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>
    /// The co-occurrences must exceed chance by this many standard deviations (Mantel and Haenszel 1959); default 4.
    /// </summary>
    public double MinDeviation { get; init; } = 4;

    /// <summary>
    /// The suffix must raise the odds of the word by this factor, with the head held fixed; default 5.
    /// </summary>
    public double MinOddsRatio { get; init; } = 5;

    /// <summary>
    /// Maximum number of heads of a side, after which the rest of the text is skipped; default 1,000,000, which take
    /// 50 MB.
    /// </summary>
    public int MaxHeads { get; init; } = 1_000_000;

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDistance, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxDistance, InflectionRules.DistanceLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSuffixLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxCues, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHeads, 0);
        OptionChecks.AtLeastZero(MinDeviation);
        OptionChecks.AtLeastZero(MinOddsRatio);
    }
}
