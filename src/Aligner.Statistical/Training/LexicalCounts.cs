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
    public double[] Values { get; } = new double[entries];

    public void Clear() => Array.Clear(Values);

    /// <summary>Adds buffers that have the same partitions, in their order.</summary>
    public void Add(IReadOnlyList<CountBuffer> buffers, ParallelOptions parallel) =>
        Parallel.For(0, buffers[0].PartitionCount, parallel, partition =>
        {
            double[] values = Values;
            foreach (CountBuffer buffer in buffers)
            {
                foreach ((int entry, float count) in buffer[partition])
                {
                    values[entry] += count;
                }
            }
        });
}
