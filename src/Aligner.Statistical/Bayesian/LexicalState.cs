using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// The links of a chain counted by word pair, by pair of word classes, by source word and for NULL: all that collapsed
/// sampling needs of t(f|e). Counts are whole numbers, so that adding and removing a link never drifts.
/// </summary>
internal sealed class LexicalState
{
    private readonly DirectedIndex _index;
    private readonly float _strength;
    private readonly float _concentration;
    private readonly float _classMass;
    private readonly float _nullConcentration;
    private readonly float _nullMass;
    private readonly int[] _pairs;
    private readonly int[] _classPairs;
    private readonly int[] _words;
    private readonly int[] _classes;
    private readonly int[] _nulls;
    private int _allNulls;

    /// <param name="index">The text.</param>
    /// <param name="options">Priors.</param>
    /// <param name="known">Entries that count as linked so many times more than they are.</param>
    public LexicalState(DirectedIndex index, BayesOptions options, IReadOnlyList<(int Entry, int Links)> known)
    {
        _index = index;
        _strength = (float)options.BackoffStrength;
        _concentration = (float)options.ClassConcentration;
        _classMass = _concentration * index.TargetClassCount;
        _nullConcentration = (float)options.NullConcentration;
        _nullMass = _nullConcentration * index.TargetWordCount;
        _pairs = new int[index.EntryCount];
        _classPairs = new int[index.Backoff.ClassEntryCount];
        _words = new int[index.SourceWordCount];
        _classes = new int[index.SourceClasses.Values.Count];
        _nulls = new int[index.TargetWordCount];
        foreach ((int entry, int links) in known)
        {
            Count(entry, index.SourceWord(entry), links);
        }
    }

    /// <summary>
    /// Adds <paramref name="change"/> links of a word pair. Pruned pairs share an entry, so its count means nothing.
    /// </summary>
    public void Count(int entry, int sourceWord, int change)
    {
        _pairs[entry] += change;
        _classPairs[_index.Backoff.ClassEntries[entry]] += change;
        _words[sourceWord] += change;
        _classes[_index.SourceClasses.Of(sourceWord)] += change;
        _pairs[CooccurrenceIndex.Pruned] = 0;
        _classPairs[CooccurrenceIndex.Pruned] = 0;
    }

    /// <summary>Adds <paramref name="change"/> links of NULL.</summary>
    public void CountNull(int targetWord, int change)
    {
        _nulls[targetWord] += change;
        _allNulls += change;
    }

    /// <summary>1 / (γ + n(e)).</summary>
    public float Scale(int sourceWord) => 1 / (_strength + _words[sourceWord]);

    /// <summary>1 / (αC + n(c_e)).</summary>
    public float ClassScale(int sourceWord) => 1 / (_classMass + _classes[_index.SourceClasses.Of(sourceWord)]);

    /// <summary>t(f|NULL).</summary>
    public float Null(int targetWord) => (_nullConcentration + _nulls[targetWord]) / (_nullMass + _allNulls);

    /// <summary>t(f|e_i) of all positions; see <see cref="GibbsKernel.LexicalWeights"/>.</summary>
    public void Weights(
        ReadOnlySpan<int> entries,
        int targetWord,
        ReadOnlySpan<float> scales,
        ReadOnlySpan<float> classScales,
        Span<float> weights) =>
        GibbsKernel.LexicalWeights(
            entries,
            _pairs,
            _index.Backoff.ClassEntries,
            _classPairs,
            _strength * _index.TargetShares[targetWord],
            _concentration,
            scales,
            classScales,
            weights);

    /// <summary>Whether both states hold the same counts.</summary>
    public bool HasCountsOf(LexicalState other) =>
        _allNulls == other._allNulls
        && _pairs.AsSpan().SequenceEqual(other._pairs)
        && _classPairs.AsSpan().SequenceEqual(other._classPairs)
        && _words.AsSpan().SequenceEqual(other._words)
        && _classes.AsSpan().SequenceEqual(other._classes)
        && _nulls.AsSpan().SequenceEqual(other._nulls);
}
