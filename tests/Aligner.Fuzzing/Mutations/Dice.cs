using Aligner.Core.Numerics;

namespace Aligner.Fuzzing.Mutations;

/// <summary>The random decisions of one case: the same seed takes the same ones on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    /// <summary>Where readers count, add and multiply.</summary>
    private static readonly long[] Numbers =
    [
        0, 1, -1, 2, 3, 7, 8, 63, 64, 127, 128, 255, 256, 32_767, 65_535, 65_536, 1_000_000, 1 << 24, 1 << 28, 1 << 30,
        int.MaxValue - 1, int.MaxValue, int.MinValue, 1L << 31, uint.MaxValue, 1L << 32, 2_000_000_000, 1L << 40,
        1L << 60, long.MaxValue, long.MinValue,
    ];

    private SplitMix64 _random = new(seed);

    /// <summary>A number from 0, below <paramref name="count"/>, which must be positive.</summary>
    public int Below(int count) => _random.NextIndex(count);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int count) => Below(count) == 0;

    /// <summary>One of the items.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>A byte.</summary>
    public byte Byte() => (byte)Below(256);

    /// <summary>A number that readers are known to stumble over, or any other.</summary>
    public long Number() => OneIn(4) ? (long)_random.Next() >> Below(64) : Pick(Numbers);
}
