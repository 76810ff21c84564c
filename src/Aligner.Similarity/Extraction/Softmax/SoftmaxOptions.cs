using Aligner.Core;

namespace Aligner.Similarity.Extraction.Softmax;

/// <summary>Settings of <see cref="SoftmaxExtractor"/>.</summary>
internal sealed record SoftmaxOptions
{
    /// <summary>A link needs more than this in both directions. Default 0.001.</summary>
    public double Threshold { get; init; } = 0.001;

    /// <summary>
    /// What similarities are divided by first. Default 1, for dot products of an encoder; similarities from 0 to 1 need
    /// one of some hundredths.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Threshold);
        OptionChecks.Positive(Temperature);
    }
}
