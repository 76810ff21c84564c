namespace Aligner.Core.Numerics;

/// <summary>
/// A small random generator (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"), here so
/// that a seed gives the same numbers under every version of .NET.
/// </summary>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator with this seed gives the numbers that this one has yet to give.</summary>
    public readonly ulong State => _state;

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A random number from 0 to 1, 1 excluded.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>A random index below <paramref name="count"/>, which must be positive.</summary>
    public int NextIndex(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);
}
