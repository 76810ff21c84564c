using Aligner.Core.Corpora;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.Embeddings;

/// <summary>The distinct sentences of some pairs, in pieces.</summary>
internal sealed class SentencePool
{
    private readonly Dictionary<string, int> _indices = [];
    private readonly List<EncodedPieces> _sentences = [];
    private readonly List<int> _wordCounts = [];

    /// <summary>Pieces of each sentence, without special ones.</summary>
    public IReadOnlyList<EncodedPieces> Sentences => _sentences;

    /// <summary>Number of words of each sentence.</summary>
    public IReadOnlyList<int> WordCounts => _wordCounts;

    /// <summary>Sentences of which the encoder reads a part (<see cref="PieceBounds"/>).</summary>
    public int CutCount { get; private set; }

    /// <summary>Pieces of all sentences together.</summary>
    public int PieceCount { get; private set; }

    /// <summary>The pairs: their index in the batch and their sentences.</summary>
    public List<(int Pair, int Source, int Target)> Pairs { get; } = [];

    /// <summary>
    /// Splits a batch into pools of about <paramref name="pieces"/> pieces, lazily. Pairs with an empty side are left
    /// out.
    /// </summary>
    public static IEnumerable<SentencePool> Split(
        IReadOnlyList<TokenizedPair> batch, SubwordTokenizer tokenizer, WordNormalizer normalizer, int pieces)
    {
        SentencePool pool = new();
        for (int pair = 0; pair < batch.Count; pair++)
        {
            (IReadOnlyList<string> source, IReadOnlyList<string> target) = (batch[pair].Source, batch[pair].Target);
            if (source.Count == 0 || target.Count == 0)
            {
                continue;
            }

            pool.Pairs.Add((pair, pool.Add(source, tokenizer, normalizer), pool.Add(target, tokenizer, normalizer)));
            if (pool.PieceCount >= pieces)
            {
                yield return pool;
                pool = new SentencePool();
            }
        }

        if (pool.Pairs.Count > 0)
        {
            yield return pool;
        }
    }

    private int Add(IReadOnlyList<string> words, SubwordTokenizer tokenizer, WordNormalizer normalizer)
    {
        // No tokenizer leaves a line feed in a word.
        string key = string.Join('\n', words);
        if (_indices.TryGetValue(key, out int index))
        {
            return index;
        }

        EncodedPieces pieces = tokenizer.Encode(
            normalizer.IsIdentity ? words : [.. words.Select(word => normalizer.Normalize(word))],
            PieceBounds.Default);
        index = _sentences.Count;
        _indices.Add(key, index);
        _sentences.Add(pieces);
        _wordCounts.Add(words.Count);
        PieceCount += pieces.Count;
        CutCount += pieces.IsCut ? 1 : 0;
        return index;
    }
}
