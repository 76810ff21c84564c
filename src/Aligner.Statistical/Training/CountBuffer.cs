using System.Numerics;

namespace Aligner.Statistical.Training;

/// <summary>
/// Growing lists of (entry, expected count) that one worker fills for one chunk, one list for each thread that will add
/// them up.
/// </summary>
internal sealed class CountBuffer
{
    /// <summary>Posteriors below this are not counted: they are noise that would keep every entry alive.</summary>
    public const float Negligible = 1e-5f;

    /// <summary>Entries that share a cache line are in one partition.</summary>
    private const int PartitionShift = 3;

    private readonly Partition[] _partitions;

    /// <param name="threads">How many threads add up what is counted.</param>
    public CountBuffer(int threads)
    {
        _partitions = new Partition[BitOperations.RoundUpToPowerOf2((uint)threads)];
        _partitions.AsSpan().Fill(new Partition([], 0));
    }

    /// <summary>How many parts the entries are in: the least power of 2 with one for each thread.</summary>
    public int PartitionCount => _partitions.Length;

    /// <summary>What was counted of the entries of a part, in the order in which it was.</summary>
    public ReadOnlySpan<(int Entry, float Count)> this[int partition] => _partitions[partition].Counted;

    public void Clear()
    {
        foreach (ref Partition partition in _partitions.AsSpan())
        {
            partition.Count = 0;
        }
    }

    /// <summary>Counts a posterior, if it is not negligible.</summary>
    public void Add(int entry, float posterior)
    {
        if (posterior >= Negligible)
        {
            _partitions[(entry >> PartitionShift) & (_partitions.Length - 1)].Add(entry, posterior);
        }
    }

    private record struct Partition((int Entry, float Count)[] Items, int Count)
    {
        public readonly ReadOnlySpan<(int Entry, float Count)> Counted => Items.AsSpan(0, Count);

        public void Add(int entry, float count)
        {
            if (Count == Items.Length)
            {
                (int, float)[] items = Items;
                Array.Resize(ref items, Math.Max(64, 2 * Count));
                Items = items;
            }

            Items[Count++] = (entry, count);
        }
    }
}
