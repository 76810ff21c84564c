using System.Buffers;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Similarity.Embeddings;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.Embeddings;

/// <summary>Gives each piece the hidden state of an encoder, which knows the sentence around it.</summary>
/// <remarks>
/// A sentence that occurs several times in a batch is encoded once. One that is longer than the encoder takes is
/// encoded in overlapping windows, each piece where it has most context.
/// </remarks>
public sealed class ContextualEmbedder : IPairEmbedder, IDisposable
{
    /// <summary>
    /// Pieces whose vectors are in memory at once, so that short and long sentences can be told apart.
    /// </summary>
    private const int PoolSize = 1 << 15;

    private readonly Encoder _encoder;
    private readonly BatchEncoder _batches;
    private readonly SubwordTokenizer _tokenizer;
    private readonly WordNormalizer _normalizer;
    private readonly int _limit;
    private int _cutCount;

    /// <param name="model">The model and its tokenizer.</param>
    /// <param name="options">Which layer, and how it runs.</param>
    /// <param name="normalizer">What is done to words before the tokenizer sees them.</param>
    /// <param name="tokenizer">
    /// The tokenizer that the encoder was trained with; null, the default, for that of the folder.
    /// </param>
    /// <exception cref="DataException">The folder is damaged, or tokenizer and model do not fit.</exception>
    /// <exception cref="OnnxRuntime.OnnxRuntimeException">ONNX Runtime is missing or refuses the model.</exception>
    public ContextualEmbedder(
        ModelFolder model, EncoderOptions options, WordNormalizer normalizer, SubwordTokenizer? tokenizer = null)
    {
        _normalizer = normalizer;
        _tokenizer = tokenizer ?? SubwordTokenizer.Load(model.TokenizerPath);
        int special = _tokenizer.AddSpecialTokens(EncodedPieces.Empty).Pieces.Count;
        _limit = model.Manifest.Encoder.MaxLength - special;
        if (_limit < 1)
        {
            throw new DataException(
                $"{model.Path}: the model takes {model.Manifest.Encoder.MaxLength} pieces, "
                    + $"of which {special} are special");
        }

        _encoder = Encoder.Load(model, options);
        _batches = new BatchEncoder(_encoder);
    }

    /// <summary>What went through the encoder so far.</summary>
    public EncodingTotals Totals => _batches.Totals;

    /// <summary>Sentences of which only a part was read so far (<see cref="PieceBounds"/>).</summary>
    public int CutCount => Volatile.Read(ref _cutCount);

    /// <inheritdoc />
    public void Embed(IReadOnlyList<TokenizedPair> batch, EmbeddingConsumer consume, ParallelOptions parallel)
    {
        using IEnumerator<SentencePool> pools =
            SentencePool.Split(batch, _tokenizer, _normalizer, PoolSize).GetEnumerator();
        SentencePool? pool = Next();
        while (pool is not null)
        {
            // The next pool is tokenized while this one is encoded.
            Task<SentencePool?> next = Task.Run(Next, CancellationToken.None);
            try
            {
                Embed(pool, consume, parallel);
            }
            finally
            {
                pool = next.GetAwaiter().GetResult();
            }
        }

        SentencePool? Next() => pools.MoveNext() ? pools.Current : null;
    }

    public void Dispose() => _encoder.Dispose();

    private void Embed(SentencePool pool, EmbeddingConsumer consume, ParallelOptions parallel)
    {
        Interlocked.Add(ref _cutCount, pool.CutCount);
        int width = _encoder.Width;
        float[] vectors = ArrayPool<float>.Shared.Rent(pool.PieceCount * width);
        try
        {
            PooledVectors states = new(pool, vectors, width, consume);
            List<(int Sentence, PieceWindow Window, int First)> windows = [];
            List<EncodedSequence> sequences = [];
            for (int sentence = 0; sentence < pool.Sentences.Count; sentence++)
            {
                EncodedPieces pieces = pool.Sentences[sentence];
                foreach (PieceWindow window in PieceWindow.Cover(pieces.Count, _limit))
                {
                    EncodedSequence sequence =
                        _tokenizer.AddSpecialTokens(pieces.Slice(window.Start, window.Length));
                    windows.Add((sentence, window, sequence.Sides.IndexOf(0)));
                    sequences.Add(sequence);
                    states.Expect(sentence);
                }
            }

            _batches.Encode(sequences, Keep, parallel);

            void Keep(int sequence, ReadOnlySpan<float> rows)
            {
                (int sentence, PieceWindow window, int first) = windows[sequence];
                int start = first + window.KeptStart - window.Start;
                int count = window.KeptEnd - window.KeptStart;
                states.Add(
                    sentence,
                    window.KeptStart,
                    count == 0 ? [] : rows.Slice(start * width, count * width));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(vectors);
        }
    }
}
