using Aligner.Core;
using Aligner.Similarity.Matrices;

namespace Aligner.Similarity;

/// <summary>How similarity matrices are made before links are extracted from them.</summary>
public sealed record SimilarityOptions
{
    /// <summary>Pieces or words. Default pieces. Several embedders are always combined by words.</summary>
    public SimilarityLevel Level { get; init; }

    /// <summary>How similar two vectors are. Default the scaled cosine.</summary>
    public SimilarityMeasure Measure { get; init; }

    /// <summary>Penalty on cells far from the diagonal, from 0 to 1. Default 0.</summary>
    public double Distortion { get; init; }

    /// <summary>
    /// Links whose source word and target word both have a higher normalized entropy than this are dropped. Default 1:
    /// none. <see cref="SimilarityAligner.WithNullThreshold"/> finds it for a corpus.
    /// </summary>
    public double MaxEntropy { get; init; } = 1;

    /// <exception cref="ArgumentException">A value is out of range, or does not go with the measure.</exception>
    public void Validate()
    {
        OptionChecks.Fraction(Distortion);
        OptionChecks.Fraction(MaxEntropy);
        if (MaxEntropy < 1 && Measure == SimilarityMeasure.DotProduct)
        {
            throw new ArgumentException("an entropy bound needs cosines: dot products may be negative");
        }
    }
}
