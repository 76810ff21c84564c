using System.Runtime.InteropServices;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Inflections;

/// <summary>Finds the rules that the heads of one side show.</summary>
/// <param name="heads">The heads.</param>
/// <param name="translations">The word types of the other side.</param>
/// <param name="options">What makes a rule.</param>
internal sealed class InflectionCounter(HeadTable heads, Vocabulary translations, InflectionOptions options)
{
    private readonly Vocabulary _suffixes = new();
    private readonly Dictionary<int, int[]> _suffixesOfWord = [];
    private readonly Dictionary<(int Cue, int Suffix), InflectionTally> _tallies = [];

    /// <summary>The rules, by word, place and suffix in the order of the text.</summary>
    public InflectionRules Rules()
    {
        HashSet<int> cues = FrequentCues();
        Dictionary<int, List<int>> candidates = Candidates(cues);
        foreach (IGrouping<int, HeadTable.Head> stratum in heads.Heads.GroupBy(head => head.Form))
        {
            Count([.. stratum], candidates);
        }

        return new InflectionRules(
            [.. _tallies.Where(tally => IsRule(tally.Value)).OrderBy(tally => tally.Key).Select(tally => Rule(
                tally.Key.Cue, tally.Key.Suffix, tally.Value))],
            options.MaxDistance);
    }

    private bool IsRule(InflectionTally tally) => tally.Observed >= options.MinCount
        && tally.Deviation > options.MinDeviation
        && tally.Probability > options.MinOddsRatio / (1 + options.MinOddsRatio);

    private InflectionRule Rule(int cue, int suffix, InflectionTally tally) =>
        new(heads.Forms[cue / 2], cue % 2 != 0, _suffixes[suffix], (float)tally.Probability);

    /// <summary>The cues that come most often; punctuation is none.</summary>
    private HashSet<int> FrequentCues()
    {
        Dictionary<int, int> counts = [];
        foreach (HeadTable.Head head in heads.Heads)
        {
            foreach (int cue in heads.Cues(head))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, cue, out _)++;
            }
        }

        return [.. counts
            .Where(count => count.Value >= options.MinCount && heads.Forms[count.Key / 2].Any(char.IsLetter))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .Take(options.MaxWords)
            .Select(count => count.Key)];
    }

    /// <summary>The suffixes that each cue comes with often enough.</summary>
    private Dictionary<int, List<int>> Candidates(HashSet<int> cues)
    {
        Dictionary<(int Cue, int Suffix), int> together = [];
        foreach (HeadTable.Head head in heads.Heads)
        {
            foreach (int cue in heads.Cues(head))
            {
                if (!cues.Contains(cue))
                {
                    continue;
                }

                foreach (int suffix in SuffixesOf(head.Translation))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(together, (cue, suffix), out _)++;
                }
            }
        }

        return together.Where(pair => pair.Value >= options.MinCount)
            .GroupBy(pair => pair.Key.Cue, pair => pair.Key.Suffix)
            .ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Adds the stratum of one head form.</summary>
    private void Count(HeadTable.Head[] stratum, Dictionary<int, List<int>> candidates)
    {
        if (stratum.Length < 2)
        {
            return;
        }

        Dictionary<int, int> withSuffix = [];
        Dictionary<int, int> withCue = [];
        Dictionary<(int Cue, int Suffix), int> withBoth = [];
        foreach (HeadTable.Head head in stratum)
        {
            int[] suffixes = SuffixesOf(head.Translation);
            foreach (int suffix in suffixes)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(withSuffix, suffix, out _)++;
            }

            foreach (int cue in heads.Cues(head))
            {
                if (!candidates.ContainsKey(cue))
                {
                    continue;
                }

                CollectionsMarshal.GetValueRefOrAddDefault(withCue, cue, out _)++;
                foreach (int suffix in suffixes)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(withBoth, (cue, suffix), out _)++;
                }
            }
        }

        foreach ((int cue, int cueCount) in withCue)
        {
            foreach (int suffix in candidates[cue])
            {
                if (withSuffix.TryGetValue(suffix, out int suffixCount))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (cue, suffix), out _).Add(
                        stratum.Length, suffixCount, cueCount, withBoth.GetValueOrDefault((cue, suffix)));
                }
            }
        }
    }

    private int[] SuffixesOf(int word)
    {
        if (!_suffixesOfWord.TryGetValue(word, out int[]? suffixes))
        {
            string form = translations[word].ToLowerInvariant();
            suffixes = [.. Enumerable.Range(1, options.MaxSuffixLength)
                .Select(length => Suffixes.Of(form, length).ToString())
                .Where(suffix => suffix.Length > 0)
                .Select(suffix => _suffixes.Add(suffix))];
            _suffixesOfWord.Add(word, suffixes);
        }

        return suffixes;
    }
}
