namespace Aligner.Statistical.StemLexicons;

/// <summary>
/// Which stems translate which in many language pairs, and roughly how often that was seen: three bytes or less for
/// each pair of stems. Words are not kept, only hashes of them, so a pair that was never seen is taken for another once
/// in some five thousand lookups (a fingerprint table, after Cleary 1984, "Compact hash tables using bidirectional
/// linear probing", whose quotients choose a bucket and whose remainders are kept).
/// </summary>
public sealed class StemLexicon
{
    /// <summary>Bits of a fingerprint.</summary>
    internal const int FingerprintBits = 16;

    /// <summary>Counts are powers of two, up to that of this exponent.</summary>
    internal const int MaxExponent = 15;

    private readonly int[] _starts;
    private readonly int _shift;

    /// <param name="languages">The names of the language pairs.</param>
    /// <param name="bucketSizes">Pairs of each bucket; the number of buckets is a power of two.</param>
    /// <param name="fingerprints">Those of all pairs, bucket by bucket, in each from the least to the greatest.</param>
    /// <param name="exponents">Binary logarithms of their counts, two to a byte, the lower half first.</param>
    internal StemLexicon(
        IReadOnlyList<string> languages,
        ReadOnlyMemory<byte> bucketSizes,
        ReadOnlyMemory<ushort> fingerprints,
        ReadOnlyMemory<byte> exponents)
    {
        (Languages, BucketSizes, Fingerprints, Exponents) = (languages, bucketSizes, fingerprints, exponents);
        _starts = new int[bucketSizes.Length + 1];
        for (int bucket = 0; bucket < bucketSizes.Length; bucket++)
        {
            _starts[bucket + 1] = _starts[bucket] + bucketSizes.Span[bucket];
        }

        _shift = ShiftOf(bucketSizes.Length);
    }

    /// <summary>The names of the language pairs.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>The number of pairs of stems.</summary>
    public int Count => Fingerprints.Length;

    internal ReadOnlyMemory<byte> BucketSizes { get; }

    internal ReadOnlyMemory<ushort> Fingerprints { get; }

    internal ReadOnlyMemory<byte> Exponents { get; }

    /// <summary>How often two words with such stems were linked: a power of two, or 0 if never.</summary>
    /// <param name="languages">The place of their language pair among <see cref="Languages"/>.</param>
    /// <param name="one">A word.</param>
    /// <param name="other">A word of the other language, whichever it is.</param>
    public double CountOf(int languages, string one, string other) =>
        CountOf(languages, StemHash.Of(one), StemHash.Of(other));

    /// <inheritdoc cref="CountOf(int, string, string)" />
    internal double CountOf(int languages, ulong one, ulong other)
    {
        ulong pair = StemHash.OfPair(one, other, languages);
        int bucket = BucketOf(pair, _shift), start = _starts[bucket];
        int place = Fingerprints.Span[start.._starts[bucket + 1]].BinarySearch(FingerprintOf(pair, _shift));
        return place < 0 ? 0 : 1 << ((Exponents.Span[(start + place) / 2] >> (4 * ((start + place) % 2))) & 0xf);
    }

    /// <summary>How far a hash is shifted to give one of so many buckets.</summary>
    internal static int ShiftOf(int buckets) => 64 - int.Log2(buckets);

    // A shift by all 64 bits would be none.
    internal static int BucketOf(ulong pair, int shift) => shift == 64 ? 0 : (int)(pair >> shift);

    internal static ushort FingerprintOf(ulong pair, int shift) => (ushort)(pair >> (shift - FingerprintBits));
}
