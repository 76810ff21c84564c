using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Bayesian;

/// <summary>A text as one direction sees it: the side that explains is the source.</summary>
internal sealed class DirectedText
{
    private readonly ParallelCorpus _corpus;
    private readonly bool _transposed;

    private DirectedText(ParallelCorpus corpus, WordClasses source, WordClasses target, bool transposed)
    {
        _corpus = corpus;
        _transposed = transposed;
        SourceClasses = source;
        TargetClasses = target;
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            LongestSource = Math.Max(LongestSource, Source(pair).Length);
        }
    }

    /// <param name="corpus">The text.</param>
    /// <param name="source">The classes of its source words.</param>
    /// <param name="target">The classes of its target words.</param>
    public static DirectedText Forward(ParallelCorpus corpus, WordClasses source, WordClasses target) =>
        new(corpus, source, target, transposed: false);

    /// <inheritdoc cref="Forward" />
    public static DirectedText Reverse(ParallelCorpus corpus, WordClasses source, WordClasses target) =>
        new(corpus.Swap(), target, source, transposed: true);

    public WordClasses SourceClasses { get; }

    public WordClasses TargetClasses { get; }

    public int SourceWordCount => _corpus.SourceVocabulary.Count;

    public int TargetWordCount => _corpus.TargetVocabulary.Count;

    public int PairCount => _corpus.Count;

    public int LongestSource { get; }

    public ReadOnlySpan<int> Source(int pair) => _corpus.Source(pair);

    public ReadOnlySpan<int> Target(int pair) => _corpus.Target(pair);

    /// <summary>A word pair of the forward direction as this direction sees it.</summary>
    public (int Source, int Target) Directed(int source, int target) =>
        _transposed ? (target, source) : (source, target);

    /// <summary>Adds a matrix of this direction (j·n + i) to one of the forward direction.</summary>
    public void AddTo(ReadOnlySpan<float> matrix, int pair, Span<float> forward)
    {
        int n = Source(pair).Length;
        int m = Target(pair).Length;
        (int rowStep, int columnStep) = _transposed ? (1, m) : (n, 1);
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                forward[(j * rowStep) + (i * columnStep)] += matrix[(j * n) + i];
            }
        }
    }
}
