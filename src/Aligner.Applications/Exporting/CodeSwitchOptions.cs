using Aligner.Core;

namespace Aligner.Applications.Exporting;

/// <summary>How much of a sentence is replaced by its translation.</summary>
public sealed record CodeSwitchOptions
{
    /// <summary>The expected share of the words, or of the entities where these are given; 0.3 by default.</summary>
    public double Share { get; init; } = 0.3;

    /// <summary>Units with a less probable link stay; 0.5 by default.</summary>
    public double MinimumProbability { get; init; } = 0.5;

    /// <summary>Longer units, in source words, stay, where no entities are given; 3 by default.</summary>
    public int MaximumLength { get; init; } = 3;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Share);
        OptionChecks.Fraction(MinimumProbability);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumLength, 1);
    }
}
