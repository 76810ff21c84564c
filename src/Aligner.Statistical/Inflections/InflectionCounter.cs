using System.Runtime.InteropServices;
using System.Text;
using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Inflections;

/// <summary>Finds the rules that the heads of one side show.</summary>
internal sealed class InflectionCounter
{
    private readonly HeadTable _heads;
    private readonly Vocabulary _translations;
    private readonly InflectionOptions _options;
    private readonly HashSet<int> _cues;
    private readonly HashSet<(int Cue, int Suffix)> _candidates;
    private readonly Vocabulary _suffixes = new();
    private readonly Dictionary<int, int[]> _suffixesOfWord = [];
    private readonly Dictionary<(int Cue, int Suffix), InflectionTally> _tallies = [];

    private InflectionCounter(HeadTable heads, Vocabulary translations, InflectionOptions options)
    {
        (_heads, _translations, _options) = (heads, translations, options);
        _cues = FrequentCues();
        _candidates = Candidates();
    }

    /// <summary>The rules, by word, place and suffix in the order of the text.</summary>
    /// <param name="heads">The heads.</param>
    /// <param name="translations">The word types of the other side.</param>
    /// <param name="options">What makes a rule.</param>
    /// <param name="cancellation">Cancels between strata.</param>
    public static InflectionRules Count(
        HeadTable heads, Vocabulary translations, InflectionOptions options, CancellationToken cancellation)
    {
        InflectionCounter counter = new(heads, translations, options);
        foreach (IGrouping<int, HeadTable.Head> stratum in heads.Heads.GroupBy(head => head.Form))
        {
            cancellation.ThrowIfCancellationRequested();
            counter.Add([.. stratum]);
        }

        return counter.Rules();
    }

    private InflectionRules Rules() => new(
        [.. _tallies
            .Where(tally => IsRule(tally.Value))
            .OrderBy(tally => tally.Key)
            .Select(tally => Rule(tally.Key.Cue, tally.Key.Suffix, tally.Value))],
        _options.MaxDistance);

    private bool IsRule(InflectionTally tally) => tally.Observed >= _options.MinCount
        && tally.Deviation > _options.MinDeviation
        && tally.Probability > _options.MinOddsRatio / (1 + _options.MinOddsRatio);

    private InflectionRule Rule(int cue, int suffix, InflectionTally tally) =>
        new(_heads.Forms[cue / 2], cue % 2 != 0, _suffixes[suffix], (float)tally.Probability);

    /// <summary>The most frequent cues; punctuation is not a cue.</summary>
    private HashSet<int> FrequentCues()
    {
        Dictionary<int, int> counts = [];
        foreach (HeadTable.Head head in _heads.Heads)
        {
            foreach (int cue in _heads.Cues(head))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, cue, out _)++;
            }
        }

        return [.. counts
            .Where(count => count.Value >= _options.MinCount
                && _heads.Forms[count.Key / 2].EnumerateRunes().Any(Rune.IsLetter))
            .OrderByDescending(count => count.Value)
            .ThenBy(count => count.Key)
            .Take(_options.MaxCues)
            .Select(count => count.Key)];
    }

    /// <summary>The cues and suffixes that come together often enough.</summary>
    private HashSet<(int Cue, int Suffix)> Candidates()
    {
        Dictionary<(int Cue, int Suffix), int> together = [];
        foreach (HeadTable.Head head in _heads.Heads)
        {
            foreach (int cue in _heads.Cues(head))
            {
                if (_cues.Contains(cue))
                {
                    Count(together, cue, SuffixesOf(head.Translation));
                }
            }
        }

        return [.. together.Where(pair => pair.Value >= _options.MinCount).Select(pair => pair.Key)];
    }

    /// <summary>Adds the stratum of one head form.</summary>
    private void Add(HeadTable.Head[] stratum)
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

            foreach (int cue in _heads.Cues(head))
            {
                if (_cues.Contains(cue))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(withCue, cue, out _)++;
                    Count(withBoth, cue, suffixes);
                }
            }
        }

        foreach ((int cue, int cueCount) in withCue)
        {
            foreach ((int suffix, int suffixCount) in withSuffix)
            {
                if (_candidates.Contains((cue, suffix)))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (cue, suffix), out _).Add(
                        stratum.Length, suffixCount, cueCount, withBoth.GetValueOrDefault((cue, suffix)));
                }
            }
        }
    }

    private static void Count(Dictionary<(int Cue, int Suffix), int> together, int cue, int[] suffixes)
    {
        foreach (int suffix in suffixes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(together, (cue, suffix), out _)++;
        }
    }

    private int[] SuffixesOf(int word)
    {
        if (!_suffixesOfWord.TryGetValue(word, out int[]? suffixes))
        {
            string form = _translations[word].ToLowerInvariant();
            suffixes = [.. Enumerable.Range(1, _options.MaxSuffixLength)
                .Select(length => Suffixes.Of(form, length).ToString())
                .Where(suffix => suffix.Length > 0)
                .Select(suffix => _suffixes.Add(suffix))];
            _suffixesOfWord.Add(word, suffixes);
        }

        return suffixes;
    }
}
