namespace Aligner.Similarity.Extraction;

/// <summary>What users may set for any extractor; null leaves the extractor's default.</summary>
public sealed record ExtractionSettings
{
    /// <summary>What a link has to pass.</summary>
    public double? Threshold { get; init; }

    /// <summary>What similarities are divided by.</summary>
    public double? Temperature { get; init; }

    /// <summary>The similarity of every word with the null word, for extractors that have one.</summary>
    public double? NullSimilarity { get; init; }
}
