using Aligner.Core.Corpora;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Embeddings;

/// <summary>Subtracts the mean of its language from every vector, which takes out what tells languages apart.</summary>
public sealed class CenteredEmbedder(IPairEmbedder embedder, LanguageMeans means) : IPairEmbedder
{
    /// <inheritdoc />
    public void Embed(IReadOnlyList<TokenizedPair> batch, EmbeddingConsumer consume, ParallelOptions parallel) =>
        embedder.Embed(
            batch,
            (pair, source, target) =>
            {
                using Pooled<float> left = new(source.Vectors.Length);
                using Pooled<float> right = new(target.Vectors.Length);
                consume(pair, Center(source, means.Source, left.Span), Center(target, means.Target, right.Span));
            },
            parallel);

    private static EmbeddedSentence Center(EmbeddedSentence sentence, float[] mean, Span<float> centered)
    {
        SimilarityKernel.Center(sentence.Vectors, mean, centered);
        return new EmbeddedSentence(centered, sentence.Dimension, sentence.Words, sentence.WordCount);
    }
}
