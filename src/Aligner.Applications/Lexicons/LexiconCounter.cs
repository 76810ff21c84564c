using System.Runtime.InteropServices;
using Aligner.Applications.Counts;
using Aligner.Applications.Phrases;

namespace Aligner.Applications.Lexicons;

/// <summary>Counts which words are linked to which.</summary>
/// <param name="options">What is counted.</param>
public sealed class LexiconCounter(LexiconOptions options)
{
    private readonly WordIds _sources = new();
    private readonly WordIds _targets = new();
    private readonly Dictionary<(int Source, int Target), Tally> _tallies = [];
    private readonly List<PhrasePair> _phrases = [];
    private readonly LexiconOptions _options = Valid(options);

    /// <summary>Counts the links of a pair, and its words without a link.</summary>
    public void Add(AlignedPair pair)
    {
        string[] sources = Fold(pair.Words.Source, _options.SourceLemmas);
        string[] targets = Fold(pair.Words.Target, _options.TargetLemmas);
        if (_options.MaxPhraseLength == 1)
        {
            AddWords(pair, sources, targets);
        }
        else
        {
            AddPhrases(pair, sources, targets);
        }
    }

    /// <summary>
    /// The entries, by the source word in ordinal order, the most frequent first, then by the target word.
    /// </summary>
    /// <param name="minimumCount">Rarer entries are left out; the measures do not change.</param>
    public IEnumerable<LexiconEntry> Entries(long minimumCount = 1) =>
        Measure(
            _tallies.Where(pair => pair.Key.Source != WordIds.Null && pair.Key.Target != WordIds.Null), minimumCount);

    /// <summary>
    /// The same with the word NULL on a side for words without a link. They count among the links of a word, as in the
    /// lexical tables of Moses. Phrases are always linked.
    /// </summary>
    /// <inheritdoc cref="Entries" path="/param" />
    public IEnumerable<LexiconEntry> EntriesWithNull(long minimumCount = 1) => Measure(_tallies, minimumCount);

    private static LexiconOptions Valid(LexiconOptions options)
    {
        options.Validate();
        return options;
    }

    private void AddWords(AlignedPair pair, string[] sources, string[] targets)
    {
        bool[] hasSourceLink = new bool[sources.Length];
        bool[] hasTargetLink = new bool[targets.Length];
        foreach (((int source, int target), _) in pair.Links.Links)
        {
            (hasSourceLink[source], hasTargetLink[target]) = (true, true);
            Count(_sources.Add(sources[source]), _targets.Add(targets[target]), pair.Line);
        }

        for (int i = 0; i < sources.Length; i++)
        {
            if (!hasSourceLink[i])
            {
                Count(_sources.Add(sources[i]), WordIds.Null, pair.Line);
            }
        }

        for (int j = 0; j < targets.Length; j++)
        {
            if (!hasTargetLink[j])
            {
                Count(WordIds.Null, _targets.Add(targets[j]), pair.Line);
            }
        }
    }

    private void AddPhrases(AlignedPair pair, string[] sources, string[] targets)
    {
        _phrases.Clear();
        PhraseExtractor.ExtractTight(
            pair.Links.Links, sources.Length, targets.Length, _options.MaxPhraseLength, _phrases);
        foreach (PhrasePair phrase in _phrases)
        {
            Count(
                _sources.Add(string.Join(' ', sources[phrase.SourceStart..phrase.SourceEnd])),
                _targets.Add(string.Join(' ', targets[phrase.TargetStart..phrase.TargetEnd])),
                pair.Line);
        }
    }

    private void Count(int source, int target, long line)
    {
        ref Tally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(_tallies, (source, target), out bool exists);
        tally = new Tally(tally.Count + 1, exists ? tally.Line : line);
    }

    private IEnumerable<LexiconEntry> Measure(
        IEnumerable<KeyValuePair<(int Source, int Target), Tally>> tallies, long minimumCount)
    {
        long[] sourceTotals = new long[_sources.Count];
        long[] targetTotals = new long[_targets.Count];
        long total = 0;
        foreach (((int source, int target), Tally tally) in tallies)
        {
            sourceTotals[source] += tally.Count;
            targetTotals[target] += tally.Count;
            total += tally.Count;
        }

        return tallies
            .Where(pair => pair.Value.Count >= minimumCount)
            .Select(pair =>
                (Source: _sources[pair.Key.Source], Target: _targets[pair.Key.Target], pair.Key, pair.Value))
            .OrderBy(item => item.Source, StringComparer.Ordinal)
            .ThenByDescending(item => item.Value.Count)
            .ThenBy(item => item.Target, StringComparer.Ordinal)
            .Select(item =>
            {
                (long count, long line) = item.Value;
                (long ofSource, long ofTarget) = (sourceTotals[item.Key.Source], targetTotals[item.Key.Target]);
                return new LexiconEntry(
                    item.Source,
                    item.Target,
                    count,
                    (double)count / ofSource,
                    (double)count / ofTarget,
                    Association.LogLikelihoodRatio(count, ofSource, ofTarget, total),
                    Association.Dice(count, ofSource, ofTarget),
                    line);
            });
    }

    private string[] Fold(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? lemmas) =>
    [
        .. words
            .Select(word => _options.Lowercase ? word.ToLowerInvariant() : word)
            .Select(word => lemmas is null ? word : lemmas.GetValueOrDefault(word, word)),
    ];

    private readonly record struct Tally(long Count, long Line);
}
