using Aligner.Core.Alignments;

namespace Aligner.Applications.Filtering;

/// <summary>
/// Which linked words are linked in other pairs of the text too. Aligners that learn from a text link the rare words of
/// two sentences with each other, whether these are translations or not; only other pairs can confirm such a link.
/// </summary>
/// <remarks>Memory: a number of 64 bits for each two words that are linked anywhere.</remarks>
internal sealed class LinkSupport
{
    /// <summary>What the probability of a link that no other pair has is multiplied by, in a large text.</summary>
    private const double Unconfirmed = 0.5;

    /// <summary>Pairs that count as much as the belief that links need not be confirmed.</summary>
    private const double Belief = 500;

    private readonly HashSet<ulong> _linked = [];
    private readonly HashSet<ulong> _confirmed = [];
    private long _pairs;

    /// <summary>Counts the links of a pair.</summary>
    public void Add(AlignedPair pair)
    {
        _pairs++;
        foreach (ulong words in pair.Links.Links.Select(scored => Key(pair, scored.Link)).Distinct())
        {
            if (!_linked.Add(words))
            {
                _confirmed.Add(words);
            }
        }
    }

    /// <summary>
    /// What the probability of a link counts, from 0 to 1: all if another pair has it, or if the words are the same.
    /// </summary>
    public double Trust(AlignedPair pair, Link link)
    {
        (string source, string target) = (pair.Words.Source[link.Source], pair.Words.Target[link.Target]);
        return _confirmed.Contains(Key(pair, link)) || source.Equals(target, StringComparison.OrdinalIgnoreCase)
            ? 1
            : 1 - ((1 - Unconfirmed) * _pairs / (_pairs + Belief));
    }

    /// <summary>The two words in lower case as a number: FNV-1a, the same in every process.</summary>
    private static ulong Key(AlignedPair pair, Link link)
    {
        const ulong Prime = 0x100000001B3;
        ulong hash = 0xCBF29CE484222325;
        foreach (char character in pair.Words.Source[link.Source])
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
        }

        hash = (hash ^ '\t') * Prime;
        foreach (char character in pair.Words.Target[link.Target])
        {
            hash = (hash ^ char.ToLowerInvariant(character)) * Prime;
        }

        return hash;
    }
}
