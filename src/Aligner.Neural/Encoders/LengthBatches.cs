namespace Aligner.Neural.Encoders;

/// <summary>Groups sequences of similar length, so that little of a batch is padding.</summary>
internal static class LengthBatches
{
    /// <summary>Puts every sequence into one batch.</summary>
    /// <param name="lengths">Length of each sequence.</param>
    /// <param name="budget">
    /// Most positions of a batch: its sequences times the longest of them. A longer sequence is a batch by itself.
    /// </param>
    /// <returns>
    /// The sequences of each batch by index, longest first within and among batches; a function of the lengths alone.
    /// </returns>
    public static IReadOnlyList<ReadOnlyMemory<int>> Group(ReadOnlySpan<int> lengths, int budget)
    {
        (int Length, int Index)[] sorted = new (int, int)[lengths.Length];
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = (-lengths[i], i);
        }

        Array.Sort(sorted);
        int[] order = Array.ConvertAll(sorted, entry => entry.Index);
        List<ReadOnlyMemory<int>> batches = [];
        for (int start = 0; start < order.Length;)
        {
            int rows = Math.Max(1, budget / Math.Max(1, lengths[order[start]]));
            int count = Math.Min(rows, order.Length - start);
            batches.Add(order.AsMemory(start, count));
            start += count;
        }

        return batches;
    }
}
