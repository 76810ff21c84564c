using Aligner.Core;

namespace Aligner.Applications.Terms;

/// <summary>What counts as a pair of terms.</summary>
public sealed record TermOptions
{
    /// <summary>Most words of a term, on each side; default 4.</summary>
    public int MaxLength { get; init; } = 4;

    /// <summary>Pairs that occur less often are left out; default 2.</summary>
    public int MinCount { get; init; } = 2;

    /// <summary>
    /// Words that make up more than this share of the words of their side, and occur more than ten times, neither begin
    /// nor end a term; from 0 to 1, default 0.002. Most of them are function words.
    /// </summary>
    public double CommonShare { get; init; } = 0.002;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxLength, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinCount, 1);
        OptionChecks.Fraction(CommonShare);
    }
}
