using System.Runtime.InteropServices;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Filtering;

/// <summary>
/// How often words are linked in other pairs of the text. Aligners that learn from a text link the rare words of any
/// two sentences with each other, whether these are translations or not; only other pairs can confirm such a link.
/// </summary>
/// <remarks>Memory: a number of 64 bits and a count for each word, and for each two words that are linked.</remarks>
internal sealed class LinkSupport
{
    /// <summary>What a link counts whose words occur in no other pair.</summary>
    private const double Unseen = 0.7;

    /// <summary>Occurrences elsewhere that count as much as this belief.</summary>
    private const double BeliefInLink = 3;

    /// <summary>Pairs that count as much as the belief that links need not be confirmed.</summary>
    private const double BeliefInText = 100;

    private const ulong Offset = 0xCBF29CE484222325, Prime = 0x100000001B3;

    private readonly Dictionary<ulong, int> _links = [];
    private readonly Dictionary<ulong, int> _sources = [];
    private readonly Dictionary<ulong, int> _targets = [];
    private long _pairs;

    /// <summary>Counts the words and the links of a pair.</summary>
    public void Add(AlignedPair pair)
    {
        _pairs++;
        Count(_sources, pair.Words.Source.Select(Key));
        Count(_targets, pair.Words.Target.Select(Key));
        Count(_links, pair.Links.Links.Select(scored => Key(pair, scored.Link)));
    }

    /// <summary>
    /// What the probability of a link counts, from 0 to 1: all if another pair has it, or if the words are the same.
    /// The more often both words occur elsewhere without the link, the less.
    /// </summary>
    /// <param name="pair">A pair that was counted.</param>
    /// <param name="link">One of its links.</param>
    public double Trust(AlignedPair pair, Link link)
    {
        (string source, string target) = (pair.Words.Source[link.Source], pair.Words.Target[link.Target]);
        if (_links.GetValueOrDefault(Key(pair, link)) > 1 || source.Equals(target, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        int both = Math.Min(_sources.GetValueOrDefault(Key(source)), _targets.GetValueOrDefault(Key(target)));
        double trust = Unseen * BeliefInLink / (BeliefInLink + Math.Max(0, both - 1));
        return 1 - ((1 - trust) * _pairs / (_pairs + BeliefInText));
    }

    private static void Count(Dictionary<ulong, int> counts, IEnumerable<ulong> keys)
    {
        foreach (ulong key in keys.Distinct())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }
    }

    private static ulong Key(AlignedPair pair, Link link) =>
        Hash(Hash(Hash(Offset, pair.Words.Source[link.Source]), "\t"), pair.Words.Target[link.Target]);

    private static ulong Key(string word) => Hash(Offset, word);

    /// <summary>Text in lower case as a number: FNV-1a, the same in every process.</summary>
    private static ulong Hash(ulong hash, string text)
    {
        foreach (char character in text)
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
        }

        return hash;
    }
}
