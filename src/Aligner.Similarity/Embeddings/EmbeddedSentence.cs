namespace Aligner.Similarity.Embeddings;

/// <summary>The vectors of the pieces of a sentence, and which word each piece belongs to.</summary>
/// <remarks>
/// A piece is a subword of an encoder, or a whole word. A word may have no piece: it has no vector and is not linked.
/// </remarks>
public readonly ref struct EmbeddedSentence
{
    /// <param name="vectors">Row-major, pieces × <paramref name="dimension"/>.</param>
    /// <param name="dimension">Length of a vector.</param>
    /// <param name="words">0-based word of each piece, ascending.</param>
    /// <param name="wordCount">Number of words in the sentence.</param>
    public EmbeddedSentence(
        ReadOnlySpan<float> vectors, int dimension, ReadOnlySpan<int> words, int wordCount)
    {
        if (vectors.Length != words.Length * dimension)
        {
            throw new ArgumentException(
                $"{vectors.Length} values for {words.Length} vectors of {dimension}", nameof(vectors));
        }

        Vectors = vectors;
        Dimension = dimension;
        Words = words;
        WordCount = wordCount;
    }

    /// <summary>Row-major, pieces × <see cref="Dimension"/>.</summary>
    public ReadOnlySpan<float> Vectors { get; }

    /// <summary>Length of a vector.</summary>
    public int Dimension { get; }

    /// <summary>0-based word of each piece, ascending.</summary>
    public ReadOnlySpan<int> Words { get; }

    /// <summary>Number of words in the sentence.</summary>
    public int WordCount { get; }
}
