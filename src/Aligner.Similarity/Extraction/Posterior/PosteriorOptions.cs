using Aligner.Core;

namespace Aligner.Similarity.Extraction.Posterior;

/// <summary>Settings of <see cref="PosteriorExtractor"/>.</summary>
internal sealed record PosteriorOptions
{
    /// <summary>Links with a mean probability of more than this are taken. Default 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>
    /// Links adjacent to those, and links of free words, need only more than this; from <see cref="Threshold"/> on,
    /// none is added. Default 0.2.
    /// </summary>
    public double GrowThreshold { get; init; } = 0.2;

    /// <summary>What similarities are divided by first. Default 0.025: cosines from 0 to 1, times 40.</summary>
    public double Temperature { get; init; } = 0.025;

    /// <summary>The similarity of every word with the null word. Default 0.7.</summary>
    public double NullSimilarity { get; init; } = 0.7;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Threshold);
        OptionChecks.Fraction(GrowThreshold);
        OptionChecks.Positive(Temperature);
        OptionChecks.Fraction(NullSimilarity);
    }
}
