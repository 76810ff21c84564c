using Aligner.Core;

namespace Aligner.Applications.Exporting;

/// <summary>How many words are exchanged for others of a dictionary, and for which.</summary>
public sealed record AugmentOptions
{
    /// <summary>The probability with which a word that has a substitute is exchanged; 0.1 by default.</summary>
    public double Share { get; init; } = 0.1;

    /// <summary>Words with a less probable link stay; 0.5 by default.</summary>
    public double MinimumProbability { get; init; } = 0.5;

    /// <summary>How many letters at the end of both words the substitutes share with them; 2 by default.</summary>
    public int Ending { get; init; } = 2;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Share);
        OptionChecks.Fraction(MinimumProbability);
        ArgumentOutOfRangeException.ThrowIfNegative(Ending);
    }
}
