using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Corpora;

/// <summary>
/// The factors by which a model knows words: always the words themselves, then the spellings that
/// <see cref="Spellings"/> lists.
/// </summary>
public sealed class Factoring
{
    private readonly WordFactor[] _source;
    private readonly WordFactor[] _target;

    /// <param name="spellings">What is done to a word, beyond the text's own normalization, for each factor.</param>
    /// <param name="source">Source word types.</param>
    /// <param name="target">Target word types.</param>
    public Factoring(IReadOnlyList<NormalizationOptions> spellings, Vocabulary source, Vocabulary target)
    {
        Spellings = spellings;
        WordNormalizer[] normalizers = [.. spellings.Select(options => new WordNormalizer(options))];
        _source = [.. normalizers.Select(normalizer => new WordFactor(source, normalizer))];
        _target = [.. normalizers.Select(normalizer => new WordFactor(target, normalizer))];
    }

    /// <summary>The spellings besides the words themselves.</summary>
    public IReadOnlyList<NormalizationOptions> Spellings { get; }

    /// <summary>The number of factors, the words themselves included.</summary>
    public int Count => Spellings.Count + 1;

    internal IReadOnlyList<WordFactor> Source => _source;

    internal IReadOnlyList<WordFactor> Target => _target;

    /// <summary>A pair of the corpus with all factors.</summary>
    public EncodedPair Encode(ParallelCorpus corpus, int pair) =>
        new(Encode(corpus.SourceMemory(pair), _source), Encode(corpus.TargetMemory(pair), _target));

    private static EncodedSentence Encode(ReadOnlyMemory<int> words, WordFactor[] factors)
    {
        ReadOnlyMemory<int>[] values = new ReadOnlyMemory<int>[factors.Length + 1];
        values[0] = words;
        for (int k = 0; k < factors.Length; k++)
        {
            int[] row = new int[words.Length];
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = factors[k].Of(words.Span[i]);
            }

            values[k + 1] = row;
        }

        return new EncodedSentence(values);
    }
}
