using Aligner.Core.Numerics;

namespace Aligner.Applications.Exporting;

/// <summary>Random numbers that depend on the seed and the line, and not on what was drawn before.</summary>
internal static class LineRandom
{
    /// <summary>The generator of a line.</summary>
    public static SplitMix64 Of(ulong seed, long line, int copy = 0)
    {
        SplitMix64 ofSeed = new(seed);
        SplitMix64 ofLine = new(ofSeed.Next() ^ (ulong)line);
        return new SplitMix64(ofLine.Next() ^ (ulong)copy);
    }

    /// <summary>Puts items in random order (Fisher and Yates).</summary>
    public static void Shuffle<T>(Span<T> items, ref SplitMix64 random)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int chosen = random.NextIndex(last + 1);
            (items[last], items[chosen]) = (items[chosen], items[last]);
        }
    }
}
