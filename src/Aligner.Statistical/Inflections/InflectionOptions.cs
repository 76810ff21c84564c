using Aligner.Statistical.Training;

namespace Aligner.Statistical.Inflections;

/// <summary>When an inflection of one language counts as the translation of a word of the other.</summary>
public sealed record InflectionOptions
{
    /// <summary>Places before or after its head where the word stands; default 2.</summary>
    public int MaxDistance { get; init; } = 2;

    /// <summary>Characters of a suffix; words that keep fewer than two without it have none. Default 3.</summary>
    public int MaxSuffixLength { get; init; } = 3;

    /// <summary>
    /// Words without a link that are looked at, those that stand beside most heads, apart for before and after; default
    /// 128.
    /// </summary>
    public int MaxCues { get; init; } = 128;

    /// <summary>The word and the suffix must come together so many times; default 5.</summary>
    public int MinCount { get; init; } = 5;

    /// <summary>
    /// … more often than by chance, by so many standard deviations (Mantel and Haenszel 1959); default 4.
    /// </summary>
    public double MinDeviation { get; init; } = 4;

    /// <summary>
    /// … and the suffix must make the word so many times as likely, in odds with the head held fixed; default 5.
    /// </summary>
    public double MinOddsRatio { get; init; } = 5;

    /// <summary>
    /// Heads of a side after which no more of the text is looked at; default 1,000,000, which take 50 MB.
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
