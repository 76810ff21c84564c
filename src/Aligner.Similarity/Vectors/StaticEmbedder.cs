using Aligner.Core.Corpora;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Vectors;

/// <summary>Gives each word one vector, whatever its sentence. A word without one has no piece.</summary>
public sealed class StaticEmbedder : IPairEmbedder
{
    private readonly WordVectors _source;
    private readonly WordVectors _target;
    private readonly WordSpelling _spelling;

    /// <param name="source">Vectors of the source language.</param>
    /// <param name="target">Vectors of the target language, in the same space; may be the same object.</param>
    /// <param name="spelling">How words are looked up.</param>
    /// <exception cref="ArgumentException">The vectors differ in length.</exception>
    public StaticEmbedder(WordVectors source, WordVectors target, WordSpelling spelling)
    {
        if (source.Dimension != target.Dimension)
        {
            throw new ArgumentException(
                $"source vectors of {source.Dimension} and target vectors of {target.Dimension} values");
        }

        _source = source;
        _target = target;
        _spelling = spelling;
    }

    /// <inheritdoc />
    public void Embed(IReadOnlyList<TokenizedPair> batch, EmbeddingConsumer consume, ParallelOptions parallel) =>
        Parallel.For(0, batch.Count, parallel, pair =>
        {
            (IReadOnlyList<string> source, IReadOnlyList<string> target) = (batch[pair].Source, batch[pair].Target);
            if (source.Count == 0 || target.Count == 0)
            {
                return;
            }

            int dimension = _source.Dimension;
            using Pooled<float> sourceVectors = new(source.Count * dimension);
            using Pooled<float> targetVectors = new(target.Count * dimension);
            using Pooled<int> sourceWords = new(source.Count);
            using Pooled<int> targetWords = new(target.Count);
            consume(
                pair,
                Lookup(source, _source, sourceVectors.Span, sourceWords.Span),
                Lookup(target, _target, targetVectors.Span, targetWords.Span));
        });

    private EmbeddedSentence Lookup(
        IReadOnlyList<string> sentence, WordVectors table, Span<float> vectors, Span<int> words)
    {
        int count = 0;
        for (int k = 0; k < sentence.Count; k++)
        {
            string exact = _spelling.Exact(sentence[k]);
            if (table.TryFind(exact, out float[]? vector) || table.TryFind(WordSpelling.Fallback(exact), out vector))
            {
                vector.CopyTo(vectors[(count * table.Dimension)..]);
                words[count++] = k;
            }
        }

        return new EmbeddedSentence(
            vectors[..(count * table.Dimension)], table.Dimension, words[..count], sentence.Count);
    }
}
