using System.Numerics;
using System.Runtime.CompilerServices;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// How often pairs of words are linked: a hash table of those that are, with open addressing. Most word pairs that
/// share a sentence pair are never linked, so it is far smaller than a count for each of them.
/// </summary>
internal sealed class LinkCounts
{
    private const int FirstBits = 8;

    /// <summary>log2 of the slots of the greatest table: the greatest power of two that an array can have.</summary>
    private const int MaxBits = 30;

    /// <summary>2^64 / golden ratio: neighboring keys are spread evenly (Knuth 1998, section 6.4).</summary>
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>log2 of the bits for each slot that tell, from the cache, that a pair was never linked.</summary>
    private const int FilterBits = 2;

    private Slot[] _slots = new Slot[1 << FirstBits];
    private ulong[] _filter = new ulong[(1 << (FirstBits + FilterBits)) / 64];
    private int _shift = 64 - FirstBits;
    private int _taken;

    /// <summary>The number of links of a pair.</summary>
    public int this[int source, int target]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ulong hash = Hash(source, target);
            uint bit = (uint)(hash >> (_shift - FilterBits));
            return (_filter[bit / 64] & (1UL << (int)bit)) == 0 ? 0 : Find(source, target, hash).Count;
        }
    }

    /// <summary>Adds <paramref name="change"/> links of a pair.</summary>
    /// <exception cref="InsufficientMemoryException">More pairs are linked than a table can hold.</exception>
    public void Add(int source, int target, int change)
    {
        ulong hash = Hash(source, target);
        ref Slot slot = ref Find(source, target, hash);
        if (slot.IsFree)
        {
            if ((_taken + 1) * 8L > _slots.Length * 5L)
            {
                Rebuild();
                slot = ref Find(source, target, hash);
            }

            _taken++;
            slot = new Slot(source, target);
            Mark(hash);
        }

        slot.Count += change;
    }

    /// <summary>Whether both hold the same counts.</summary>
    public bool HasCountsOf(LinkCounts other) => Live == other.Live
        && _slots.All(slot => slot.Count == 0 || other[slot.Source, slot.Target] == slot.Count);

    private int Live => _slots.Count(slot => slot.Count != 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(int source, int target) => (((ulong)(uint)source << 32) | (uint)target) * Spread;

    private void Mark(ulong hash)
    {
        uint bit = (uint)(hash >> (_shift - FilterBits));
        _filter[bit / 64] |= 1UL << (int)bit;
    }

    /// <summary>The slot of a pair, or a free one for it.</summary>
    private ref Slot Find(int source, int target, ulong hash)
    {
        Slot[] slots = _slots;
        int k = (int)(hash >> _shift);
        while (!slots[k].IsFree && !slots[k].Holds(source, target))
        {
            k = (k + 1) & (slots.Length - 1);
        }

        return ref slots[k];
    }

    /// <summary>Drops the pairs that have no links any more, and makes room for as many again.</summary>
    private void Rebuild()
    {
        Slot[] old = _slots;
        _taken = Live;
        int bits = Math.Max(FirstBits, BitOperations.Log2((uint)_taken) + 2);
        if (bits > MaxBits)
        {
            throw new InsufficientMemoryException($"{_taken} word pairs are linked: train on a part of the text");
        }

        _slots = new Slot[1 << bits];
        _filter = new ulong[_slots.Length / 64 << FilterBits];
        _shift = 64 - bits;
        foreach (Slot slot in old)
        {
            if (slot.Count != 0)
            {
                ulong hash = Hash(slot.Source, slot.Target);
                Find(slot.Source, slot.Target, hash) = slot;
                Mark(hash);
            }
        }
    }

    private struct Slot(int source, int target)
    {
        private readonly int _sourceAndOne = source + 1; // 0 means free

        public readonly int Target = target;

        public int Count;

        public readonly int Source => _sourceAndOne - 1;

        public readonly bool IsFree => _sourceAndOne == 0;

        public readonly bool Holds(int source, int target) => _sourceAndOne == source + 1 && Target == target;
    }
}
