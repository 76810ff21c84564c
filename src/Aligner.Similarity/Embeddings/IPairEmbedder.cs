using Aligner.Core.Corpora;

namespace Aligner.Similarity.Embeddings;

/// <summary>Takes the vectors of a pair, which are valid during the call only.</summary>
/// <param name="pair">Index of the pair in the batch.</param>
/// <param name="source">The source side.</param>
/// <param name="target">The target side, with vectors of the same length.</param>
public delegate void EmbeddingConsumer(int pair, EmbeddedSentence source, EmbeddedSentence target);

/// <summary>Anything that gives the words of both languages vectors in one space.</summary>
public interface IPairEmbedder
{
    /// <summary>
    /// Computes the vectors of a batch and hands each pair that has words on both sides to
    /// <paramref name="consume"/>, once, in any order and from any thread.
    /// </summary>
    /// <param name="batch">The pairs.</param>
    /// <param name="consume">Safe to call from several threads.</param>
    /// <param name="parallel">Threads, and when to stop.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    void Embed(IReadOnlyList<TokenizedPair> batch, EmbeddingConsumer consume, ParallelOptions parallel);
}
