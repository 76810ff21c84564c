namespace Aligner.Statistical.Corpora;

/// <summary>
/// A bitext as word numbers, one flat sequence a side. A pair that no model can use (an empty or over-long side) is
/// kept as two empty sentences, so that pairs keep their numbers.
/// </summary>
public sealed class ParallelCorpus
{
    /// <summary>The most words that a sentence may have: samplers hold positions in 16 bits.</summary>
    public const int LongestSide = short.MaxValue;

    private readonly Side _source;
    private readonly Side _target;

    internal ParallelCorpus(Side source, Side target)
    {
        _source = source;
        _target = target;
    }

    /// <summary>The number of pairs.</summary>
    public int Count => _source.Starts.Length - 1;

    /// <summary>The source word types.</summary>
    public Vocabulary SourceVocabulary => _source.Vocabulary;

    /// <summary>The target word types.</summary>
    public Vocabulary TargetVocabulary => _target.Vocabulary;

    /// <summary>The number of source tokens of all pairs.</summary>
    public int SourceTokenCount => _source.Tokens.Length;

    /// <summary>The number of target tokens of all pairs.</summary>
    public int TargetTokenCount => _target.Tokens.Length;

    /// <summary>Source words e_0 … e_{n-1} of a pair.</summary>
    public ReadOnlySpan<int> Source(int pair) => _source[pair];

    /// <summary>Target words f_0 … f_{m-1} of a pair.</summary>
    public ReadOnlySpan<int> Target(int pair) => _target[pair];

    /// <summary>The number of target tokens of the pairs before one.</summary>
    internal int TargetStart(int pair) => _target.Starts[pair];

    /// <summary>How often each source word comes.</summary>
    internal WordFrequencies CountSource() => _source.Count();

    /// <summary>How often each target word comes.</summary>
    internal WordFrequencies CountTarget() => _target.Count();

    internal ReadOnlyMemory<int> SourceMemory(int pair) => _source.Memory(pair);

    internal ReadOnlyMemory<int> TargetMemory(int pair) => _target.Memory(pair);

    /// <summary>The same corpus in the reverse direction; nothing is copied.</summary>
    public ParallelCorpus Swap() => new(_target, _source);

    /// <summary>One side: sentence s is <c>Tokens[Starts[s]..Starts[s + 1]]</c>.</summary>
    internal sealed record Side(Vocabulary Vocabulary, ReadOnlyMemory<int> Tokens, int[] Starts)
    {
        public ReadOnlySpan<int> this[int pair] => Tokens.Span[Starts[pair]..Starts[pair + 1]];

        public WordFrequencies Count() => WordFrequencies.Of(Tokens.Span, Vocabulary.Count);

        public ReadOnlyMemory<int> Memory(int pair) => Tokens[Starts[pair]..Starts[pair + 1]];
    }
}
