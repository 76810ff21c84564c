using Aligner.Similarity.Embeddings;

namespace Aligner.Neural.Embeddings;

/// <summary>Collects the vectors of a pool and hands each pair on as soon as both its sentences are complete.</summary>
internal sealed class PooledVectors
{
    private readonly SentencePool _pool;
    private readonly float[] _vectors;
    private readonly int _width;
    private readonly EmbeddingConsumer _consume;
    private readonly int[] _starts;
    private readonly int[] _missingWindows;
    private readonly int[] _missingSides;
    private readonly List<int>[] _pairsOf;

    /// <param name="pool">The sentences.</param>
    /// <param name="vectors">Room for all vectors.</param>
    /// <param name="width">Length of a vector.</param>
    /// <param name="consume">Takes the pairs.</param>
    public PooledVectors(SentencePool pool, float[] vectors, int width, EmbeddingConsumer consume)
    {
        _pool = pool;
        _vectors = vectors;
        _width = width;
        _consume = consume;
        int count = pool.Sentences.Count;
        _starts = new int[count];
        _missingWindows = new int[count];
        for (int sentence = 1; sentence < count; sentence++)
        {
            _starts[sentence] = _starts[sentence - 1] + pool.Sentences[sentence - 1].Count;
        }

        _missingSides = new int[pool.Pairs.Count];
        Array.Fill(_missingSides, 2);
        _pairsOf = new List<int>[count];
        for (int pair = 0; pair < pool.Pairs.Count; pair++)
        {
            (_pairsOf[pool.Pairs[pair].Source] ??= []).Add(pair);
            (_pairsOf[pool.Pairs[pair].Target] ??= []).Add(pair);
        }
    }

    /// <summary>Announces a window of a sentence; all are announced before the first is added.</summary>
    public void Expect(int sentence) => _missingWindows[sentence]++;

    /// <summary>Adds the vectors of a window. Safe to call from several threads.</summary>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="first">Place of the first vector in the sentence.</param>
    /// <param name="rows">Vectors.</param>
    public void Add(int sentence, int first, ReadOnlySpan<float> rows)
    {
        rows.CopyTo(_vectors.AsSpan((_starts[sentence] + first) * _width));
        if (Interlocked.Decrement(ref _missingWindows[sentence]) > 0)
        {
            return;
        }

        foreach (int pair in _pairsOf[sentence])
        {
            if (Interlocked.Decrement(ref _missingSides[pair]) == 0)
            {
                (int index, int source, int target) = _pool.Pairs[pair];
                _consume(index, VectorsOf(source), VectorsOf(target));
            }
        }
    }

    private EmbeddedSentence VectorsOf(int sentence)
    {
        ReadOnlySpan<int> words = _pool.Sentences[sentence].Words;
        ReadOnlySpan<float> vectors = _vectors.AsSpan(_starts[sentence] * _width, words.Length * _width);
        return new EmbeddedSentence(vectors, _width, words, _pool.WordCounts[sentence]);
    }
}
