namespace Aligner.Statistical.Training;

/// <summary>
/// Expected counts of the entries of a co-occurrence index, summed from what the workers found in their chunks.
/// </summary>
/// <remarks>
/// Chunks are added in corpus order, and each entry belongs to one partition, which one thread sums: additions to an
/// entry come in the same order for any number of threads, so sums are equal to the last bit.
/// </remarks>
internal sealed class LexicalCounts(int entries)
{
    /// <summary>Entries that share a cache line stay in one partition.</summary>
    private const int PartitionShift = 3;

    public double[] Values { get; } = new double[entries];

    public void Clear() => Array.Clear(Values);

    /// <summary>Adds the buffers in their order.</summary>
    public void Add(ReadOnlySpan<CountBuffer> buffers, ParallelOptions parallel)
    {
        CountBuffer[] ordered = buffers.ToArray();
        int partitions = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)parallel.MaxDegreeOfParallelism);
        Parallel.For(0, partitions, parallel, partition =>
        {
            double[] values = Values;
            int mask = partitions - 1;
            foreach (CountBuffer buffer in ordered)
            {
                foreach ((int entry, float count) in buffer.Items)
                {
                    if (((entry >> PartitionShift) & mask) == partition)
                    {
                        values[entry] += count;
                    }
                }
            }
        });
    }
}

/// <summary>A growing list of (entry, expected count) that one worker fills for one chunk.</summary>
internal sealed class CountBuffer
{
    /// <summary>Posteriors below this are not counted: they are noise that would keep every entry alive.</summary>
    public const float Negligible = 1e-5f;

    private (int Entry, float Count)[] _items = new (int, float)[1 << 12];
    private int _count;

    public ReadOnlySpan<(int Entry, float Count)> Items => _items.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(int entry, float count)
    {
        if (count < Negligible)
        {
            return;
        }

        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _items.Length * 2);
        }

        _items[_count++] = (entry, count);
    }
}
