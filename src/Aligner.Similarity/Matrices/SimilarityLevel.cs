namespace Aligner.Similarity.Matrices;

/// <summary>What the rows and columns of a similarity matrix are.</summary>
public enum SimilarityLevel
{
    /// <summary>Pieces; words are linked if any of their pieces are.</summary>
    Subword,

    /// <summary>Words; the vector of a word is the mean of those of its pieces.</summary>
    Word,
}
