namespace Aligner.Similarity.Matrices;

/// <summary>How similar two vectors are.</summary>
public enum SimilarityMeasure
{
    /// <summary>(cos + 1)/2, from 0 to 1.</summary>
    Cosine,

    /// <summary>The dot product, of any size.</summary>
    DotProduct,
}
