using System.Runtime.InteropServices;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Statistical.StemLexicons;

/// <summary>Makes a lexicon of the links of texts, one of each language pair.</summary>
public sealed class StemLexiconBuilder
{
    /// <summary>Pairs of a bucket, on average, at least: more save space, fewer confuse less.</summary>
    private const int BucketLoad = 8;

    private readonly List<string> _languages = [];
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a text.</summary>
    /// <param name="languages">The name of its language pair.</param>
    /// <param name="pairs">Its pairs and their links, which count as much as they are probable.</param>
    public void Add(string languages, IEnumerable<(TokenizedPair Tokens, IReadOnlyList<ScoredLink> Links)> pairs)
    {
        Dictionary<string, ulong> hashes = [];
        Dictionary<(ulong Source, ulong Target), double> counts = [];
        Dictionary<ulong, double> sources = [], targets = [];
        foreach ((TokenizedPair tokens, IReadOnlyList<ScoredLink> links) in pairs)
        {
            foreach ((Link link, float probability) in links.Where(link => link.Probability > 0))
            {
                ulong source = Hash(tokens.Source[link.Source]), target = Hash(tokens.Target[link.Target]);
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (source, target), out _) += probability;
                CollectionsMarshal.GetValueRefOrAddDefault(sources, source, out _) += probability;
                CollectionsMarshal.GetValueRefOrAddDefault(targets, target, out _) += probability;
            }
        }

        foreach (((ulong source, ulong target), double count) in counts)
        {
            double share = count / Math.Min(sources[source], targets[target]);
            _entries.Add(new Entry(
                StemHash.OfPair(source, target, _languages.Count),
                (float)count,
                (float)(count * share)));
        }

        _languages.Add(languages);

        ulong Hash(string word)
        {
            ref ulong hash = ref CollectionsMarshal.GetValueRefOrAddDefault(hashes, word, out bool known);
            return known ? hash : hash = StemHash.Of(word);
        }
    }

    /// <summary>Makes the lexicon.</summary>
    /// <param name="maxCount">The most pairs it may have; the least useful are left out.</param>
    public StemLexicon Build(int maxCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxCount);
        Entry[] kept =
        [
            .. _entries
                .OrderByDescending(entry => entry.Use)
                .ThenBy(entry => entry.Pair)
                .Take(maxCount)
                .OrderBy(entry => entry.Pair),
        ];
        int buckets = 1 << int.Log2(Math.Max(1, kept.Length / BucketLoad));
        int shift = StemLexicon.ShiftOf(buckets);
        byte[] sizes = new byte[buckets];
        List<ushort> fingerprints = new(kept.Length);
        List<byte> exponents = new(kept.Length);
        foreach (Entry entry in kept)
        {
            int bucket = StemLexicon.BucketOf(entry.Pair, shift);
            ushort fingerprint = StemLexicon.FingerprintOf(entry.Pair, shift);
            byte exponent = Exponent(entry.Count);
            if (sizes[bucket] > 0 && fingerprints[^1] == fingerprint)
            {
                exponents[^1] = Math.Max(exponents[^1], exponent);
                continue;
            }

            sizes[bucket] = checked((byte)(sizes[bucket] + 1));
            fingerprints.Add(fingerprint);
            exponents.Add(exponent);
        }

        return new StemLexicon(_languages, sizes, fingerprints.ToArray(), Pack(exponents));
    }

    private static byte Exponent(float count) =>
        (byte)Math.Clamp(Math.Round(Math.Log2(count)), 0, StemLexicon.MaxExponent);

    private static byte[] Pack(List<byte> exponents)
    {
        byte[] packed = new byte[(exponents.Count + 1) / 2];
        for (int k = 0; k < exponents.Count; k++)
        {
            packed[k / 2] |= (byte)(exponents[k] << (4 * (k % 2)));
        }

        return packed;
    }

    /// <summary>A pair of stems.</summary>
    /// <param name="Pair">Its number.</param>
    /// <param name="Count">Its links.</param>
    /// <param name="Use">How useful it is: its links, times their share of those that its rarer stem has.</param>
    private readonly record struct Entry(ulong Pair, float Count, float Use);
}
