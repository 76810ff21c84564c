using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.PriorSources;

/// <summary>
/// Priors from a text whose links are known: each link counts as much as it is probable, and each jump between
/// neighbors.
/// </summary>
public sealed class LinkedTextCounter
{
    private readonly Dictionary<(string Source, string Target), double> _words = [];
    private readonly Dictionary<int, double> _forward = [];
    private readonly Dictionary<int, double> _reverse = [];

    /// <summary>Counts the links of a pair.</summary>
    /// <param name="pair">Its tokens.</param>
    /// <param name="links">Links within it.</param>
    public void Add(TokenizedPair pair, IReadOnlyList<ScoredLink> links)
    {
        foreach ((Link link, float probability) in links)
        {
            (string, string) words = (pair.Source[link.Source], pair.Target[link.Target]);
            _words[words] = _words.GetValueOrDefault(words) + probability;
        }

        CountJumps(links.Select(scored => (scored.Link.Target, scored.Link.Source)), _forward);
        CountJumps(links.Select(scored => (scored.Link.Source, scored.Link.Target)), _reverse);
    }

    /// <inheritdoc cref="Add(TokenizedPair, IReadOnlyList{ScoredLink})" />
    public void Add(TokenizedPair pair, Alignment links) =>
        Add(pair, [.. links.Select(link => new ScoredLink(link, 1))]);

    /// <summary>All that was counted.</summary>
    public AlignmentPriors ToPriors() => new(
        [.. _words.Select(count => new WordPairPrior(count.Key.Source, count.Key.Target, count.Value))],
        _forward,
        _reverse);

    /// <summary>Jumps from one linked word to the next, each standing at the first word it is linked with.</summary>
    private static void CountJumps(IEnumerable<(int Word, int State)> links, Dictionary<int, double> jumps)
    {
        int[] states = [.. links.GroupBy(link => link.Word).OrderBy(word => word.Key).Select(
            word => word.Min(link => link.State))];
        for (int k = 1; k < states.Length; k++)
        {
            int jump = states[k] - states[k - 1];
            jumps[jump] = jumps.GetValueOrDefault(jump) + 1;
        }
    }
}
