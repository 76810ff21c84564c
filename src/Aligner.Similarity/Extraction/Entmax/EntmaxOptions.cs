using Aligner.Core;

namespace Aligner.Similarity.Extraction.Entmax;

/// <summary>Settings of <see cref="EntmaxExtractor"/>.</summary>
internal sealed record EntmaxOptions
{
    /// <summary>A link needs more than this in both directions. Default 0: entmax gives most pairs exactly 0.</summary>
    public double Threshold { get; init; }

    /// <inheritdoc cref="Softmax.SoftmaxOptions.Temperature" />
    public double Temperature { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Threshold);
        OptionChecks.Positive(Temperature);
    }
}
