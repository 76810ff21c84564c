using System.Text.Json.Serialization;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Matrices;

namespace Aligner.Neural.Models;

/// <summary>How links are extracted from the hidden states of a model by default.</summary>
/// <param name="Extract">Name of the extractor.</param>
/// <param name="Level">Pieces or words.</param>
/// <param name="Measure">How similar two hidden states are.</param>
/// <param name="Temperature">What similarities are divided by; the extractor's own if null.</param>
/// <param name="NullSimilarity">The similarity of every word with the null word; the extractor's own if null.</param>
/// <param name="Threshold">Minimum link probability; the extractor's own if null. With its own, <c>posterior</c> also
/// takes less probable links adjacent to others.</param>
/// <param name="Distortion">Penalty on cells far from the diagonal, from 0 to 1.</param>
public sealed record LinkSettings(
    string Extract,
    SimilarityLevel Level,
    SimilarityMeasure Measure,
    double? Temperature = null,
    double? NullSimilarity = null,
    double? Threshold = null,
    double Distortion = 0)
{
    /// <summary>The settings of the extractor.</summary>
    [JsonIgnore]
    public ExtractionSettings Extraction => new()
    {
        Temperature = Temperature,
        NullSimilarity = NullSimilarity,
        Threshold = Threshold,
    };
}
