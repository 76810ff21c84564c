using System.Runtime.InteropServices;

namespace Aligner.Applications.Counts;

/// <summary>How often words are linked to each other, and how often to nothing, which counts as NULL.</summary>
internal sealed class WordPairCounts
{
    private readonly WordIds _sources = new();
    private readonly WordIds _targets = new();
    private readonly Dictionary<(int Source, int Target), int> _pairs = [];
    private readonly List<int> _sourceTotals = [0];
    private readonly List<int> _targetTotals = [0];

    /// <summary>Counts the links of a pair, and its words without a link.</summary>
    public void Add(AlignedPair pair)
    {
        int[] sources = [.. pair.Words.Source.Select(word => _sources.Add(word))];
        int[] targets = [.. pair.Words.Target.Select(word => _targets.Add(word))];
        bool[] hasSourceLink = new bool[sources.Length];
        bool[] hasTargetLink = new bool[targets.Length];
        foreach (((int source, int target), _) in pair.Links.Links)
        {
            (hasSourceLink[source], hasTargetLink[target]) = (true, true);
            Count(sources[source], targets[target]);
        }

        for (int i = 0; i < sources.Length; i++)
        {
            if (!hasSourceLink[i])
            {
                Count(sources[i], WordIds.Null);
            }
        }

        for (int j = 0; j < targets.Length; j++)
        {
            if (!hasTargetLink[j])
            {
                Count(WordIds.Null, targets[j]);
            }
        }
    }

    /// <summary>
    /// p(t|s) and p(s|t): the share of the pair among the links of a word, where being without a link is one of them.
    /// 0 for what was never counted.
    /// </summary>
    /// <param name="source">The source word; null is NULL.</param>
    /// <param name="target">The target word; null is NULL.</param>
    public (double TargetGivenSource, double SourceGivenTarget) Probabilities(string? source, string? target)
    {
        (int s, int t) = (_sources.Find(source), _targets.Find(target));
        return _pairs.TryGetValue((s, t), out int count)
            ? ((double)count / _sourceTotals[s], (double)count / _targetTotals[t])
            : (0, 0);
    }

    private void Count(int source, int target)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (source, target), out _)++;
        Raise(_sourceTotals, source);
        Raise(_targetTotals, target);
    }

    private static void Raise(List<int> totals, int word)
    {
        while (totals.Count <= word)
        {
            totals.Add(0);
        }

        totals[word]++;
    }
}
