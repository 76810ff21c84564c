using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.StemLexicons;

/// <summary>Turns words into numbers of 64 bits that are the same on every machine.</summary>
internal static class StemHash
{
    /// <summary>Letters of a stem.</summary>
    private const int StemLength = 5;

    private static readonly WordNormalizer Stem = new(
        new NormalizationOptions { Lowercase = true, StripMarks = true, StemLength = StemLength });

    /// <summary>
    /// The number of a word's stem, its first letters in lower case without marks: FNV-1a (RFC 9923) over its UTF-16
    /// code units, mixed.
    /// </summary>
    public static ulong Of(string word)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (char unit in Stem.Normalize(word))
        {
            hash = (hash ^ unit) * 0x100000001b3;
        }

        return Mix(hash);
    }

    /// <summary>The number of two stems, whichever comes first, in a language pair.</summary>
    public static ulong OfPair(ulong one, ulong other, int languages) => Mix(
        Math.Min(one, other) + (0x9e3779b97f4a7c15 * Math.Max(one, other)) + (0x94d049bb133111eb * (ulong)languages));

    /// <summary>Spreads what differs over all bits: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
        value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
        return value ^ (value >> 31);
    }
}
