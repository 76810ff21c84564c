using System.Numerics;

namespace Aligner.Statistical.Numerics;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna 2021), seeded by SplitMix64: the same numbers on every platform and
/// runtime version, and cheap enough for one number a Gibbs step.
/// </summary>
internal struct Xoshiro256
{
    private const float Unit = 1f / (1 << 24);

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Streams with different numbers are independent of each other.</summary>
    public Xoshiro256(ulong seed, ulong stream)
    {
        ulong state = seed;
        state = SplitMix(ref state) ^ stream;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from [0, 1), of 24 random bits.</summary>
    public float NextSingle() => (NextUInt64() >> 40) * Unit;

    private static ulong SplitMix(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
