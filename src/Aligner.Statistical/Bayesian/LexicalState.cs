namespace Aligner.Statistical.Bayesian;

/// <summary>
/// The links of a chain counted by word pair, by pair of word classes, by source word and for NULL: all that collapsed
/// sampling needs of t(f|e). Counts are whole numbers, so that adding and removing a link never drifts.
/// </summary>
internal sealed class LexicalState
{
    private readonly DirectedText _text;
    private readonly float _strength;
    private readonly float _concentration;
    private readonly float _classMass;
    private readonly float _nullConcentration;
    private readonly float _nullMass;
    private readonly LinkCounts _pairs = new();
    private readonly LinkCounts _classPairs = new();
    private readonly int[] _words;
    private readonly int[] _classes;
    private readonly int[] _nulls;
    private int _allNulls;

    /// <param name="text">The text.</param>
    /// <param name="options">Priors.</param>
    /// <param name="known">
    /// Word pairs of the forward direction that count as linked so many times more than they are.
    /// </param>
    public LexicalState(
        DirectedText text, BayesOptions options, IReadOnlyList<(int Source, int Target, int Links)> known)
    {
        _text = text;
        _strength = (float)options.BackoffStrength;
        _concentration = (float)options.ClassConcentration;
        _classMass = _concentration * text.TargetClasses.Count;
        _nullConcentration = (float)options.NullConcentration;
        _nullMass = _nullConcentration * text.TargetWordCount;
        _words = new int[text.SourceWordCount];
        _classes = new int[text.SourceClasses.Count];
        _nulls = new int[text.TargetWordCount];
        foreach ((int source, int target, int links) in known)
        {
            (int e, int f) = text.Directed(source, target);
            Count(e, f, links);
        }
    }

    /// <summary>Adds <paramref name="change"/> links of a word pair.</summary>
    public void Count(int sourceWord, int targetWord, int change)
    {
        int sourceClass = _text.SourceClasses.Of(sourceWord);
        _pairs.Add(sourceWord, targetWord, change);
        _classPairs.Add(sourceClass, _text.TargetClasses.Of(targetWord), change);
        _words[sourceWord] += change;
        _classes[sourceClass] += change;
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
    public float ClassScale(int sourceClass) => 1 / (_classMass + _classes[sourceClass]);

    /// <summary>t(f|NULL).</summary>
    public float Null(int targetWord) => (_nullConcentration + _nulls[targetWord]) / (_nullMass + _allNulls);

    /// <summary>t(f|e_i) of all positions; see <see cref="GibbsKernel.LexicalWeights"/>.</summary>
    /// <param name="words">e_i of each position.</param>
    /// <param name="classes">The class of each.</param>
    /// <param name="targetWord">f.</param>
    /// <param name="scales">The <see cref="Scale"/> of each position.</param>
    /// <param name="classScales">The <see cref="ClassScale"/> of each position.</param>
    /// <param name="weights">Receives a weight for each position.</param>
    public void Weights(
        ReadOnlySpan<int> words,
        ReadOnlySpan<int> classes,
        int targetWord,
        ReadOnlySpan<float> scales,
        ReadOnlySpan<float> classScales,
        Span<float> weights) =>
        GibbsKernel.LexicalWeights(
            words,
            classes,
            (targetWord, _text.TargetClasses.Of(targetWord)),
            _pairs,
            _classPairs,
            _strength * _text.TargetClasses.ShareOf(targetWord),
            _concentration,
            scales,
            classScales,
            weights);

    /// <summary>Whether both states hold the same counts.</summary>
    public bool HasCountsOf(LexicalState other) =>
        _allNulls == other._allNulls
        && _pairs.HasCountsOf(other._pairs)
        && _classPairs.HasCountsOf(other._classPairs)
        && _words.AsSpan().SequenceEqual(other._words)
        && _classes.AsSpan().SequenceEqual(other._classes)
        && _nulls.AsSpan().SequenceEqual(other._nulls);
}
