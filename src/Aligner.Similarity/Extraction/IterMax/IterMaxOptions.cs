using Aligner.Core;

namespace Aligner.Similarity.Extraction.IterMax;

/// <summary>Settings of <see cref="IterMaxExtractor"/>.</summary>
internal sealed record IterMaxOptions
{
    /// <summary>
    /// α: what the similarities of a word that is linked already are multiplied by. Default 0.9. At 1 the links are
    /// those of the SimAlign program, which scales the free words too and so changes no comparison.
    /// </summary>
    public double LinkedWordScale { get; init; } = 0.9;

    /// <summary>Rounds, the intersection included. Default 2.</summary>
    public int Rounds { get; init; } = 2;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(LinkedWordScale);
        ArgumentOutOfRangeException.ThrowIfLessThan(Rounds, 1);
    }
}
