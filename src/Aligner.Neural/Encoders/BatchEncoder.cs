using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Aligner.Tokenization.Subwords;

namespace Aligner.Neural.Encoders;

/// <summary>
/// Runs sequences through an encoder in batches of similar length, several batches at once. What a batch holds does not
/// depend on the number of threads, so neither do results.
/// </summary>
/// <param name="encoder">The model; its session best has one thread, for batches run beside each other.</param>
internal sealed class BatchEncoder(Encoder encoder)
{
    /// <summary>
    /// Positions of a batch. Larger ones gain nothing on a processor: the matrices are wide enough, and no longer stay
    /// in its cache.
    /// </summary>
    internal const int PositionBudget = 512;

    private readonly Lock _lock = new();
    private EncodingTotals _totals;

    /// <summary>Takes the output of the encoder for a sequence; the memory is valid during the call only.</summary>
    /// <param name="sequence">Index of the sequence.</param>
    /// <param name="rows">Its pieces × <see cref="Encoder.Width"/>.</param>
    public delegate void Consumer(int sequence, ReadOnlySpan<float> rows);

    /// <summary>What went through so far.</summary>
    public EncodingTotals Totals
    {
        get
        {
            lock (_lock)
            {
                return _totals;
            }
        }
    }

    /// <summary>Encodes every sequence once.</summary>
    /// <param name="sequences">With their special tokens, none empty or longer than the encoder takes.</param>
    /// <param name="consume">Called for each once, in any order, from several threads.</param>
    /// <param name="parallel">Threads, and when to stop.</param>
    public void Encode(IReadOnlyList<EncodedSequence> sequences, Consumer consume, ParallelOptions parallel)
    {
        int[] lengths = [.. sequences.Select(sequence => sequence.Pieces.Count)];
        OrderablePartitioner<ReadOnlyMemory<int>> batches = Partitioner.Create(
            LengthBatches.Group(lengths, PositionBudget), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(
            batches, parallel, batch => Encode(sequences, batch.Span, consume, parallel.CancellationToken));
    }

    private void Encode(
        IReadOnlyList<EncodedSequence> sequences,
        ReadOnlySpan<int> batch,
        Consumer consume,
        CancellationToken cancellation)
    {
        int length = sequences[batch[0]].Pieces.Count;
        int[] ids = new int[batch.Length * length];
        int[] types = new int[batch.Length * length];
        int[] lengths = new int[batch.Length];
        for (int row = 0; row < batch.Length; row++)
        {
            EncodedSequence sequence = sequences[batch[row]];
            lengths[row] = sequence.Pieces.Count;
            sequence.Pieces.Ids.CopyTo(ids.AsSpan(row * length));
            sequence.TypeIds.CopyTo(types.AsSpan(row * length));
        }

        int width = encoder.Width;
        float[] result = ArrayPool<float>.Shared.Rent(ids.Length * width);
        try
        {
            long start = Stopwatch.GetTimestamp();
            encoder.Encode(ids, lengths, result.AsMemory(0, ids.Length * width), types, cancellation);
            Count(lengths, ids.Length, Stopwatch.GetElapsedTime(start));
            for (int row = 0; row < batch.Length; row++)
            {
                consume(batch[row], result.AsSpan(row * length * width, lengths[row] * width));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(result);
        }
    }

    private void Count(int[] lengths, int positions, TimeSpan elapsed)
    {
        lock (_lock)
        {
            _totals = new EncodingTotals(
                _totals.Batches + 1,
                _totals.Pieces + lengths.Sum(),
                _totals.Positions + positions,
                _totals.RuntimeSeconds + elapsed.TotalSeconds);
        }
    }
}
