using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// The classes of the words of a side, so that links of classes can be counted in addition to those of words.
/// </summary>
internal sealed class WordClasses
{
    private readonly WordFactor _classes;
    private readonly float[] _shares;

    private WordClasses(WordFactor classes, WordFrequencies frequencies)
    {
        _classes = classes;
        int[] tokens = new int[classes.Values.Count];
        for (int word = 0; word < classes.WordCount; word++)
        {
            tokens[classes.Of(word)] += frequencies.Counts[word];
        }

        _shares = new float[classes.WordCount];
        for (int word = 0; word < _shares.Length; word++)
        {
            _shares[word] = frequencies.Counts[word] / (float)Math.Max(1, tokens[classes.Of(word)]);
        }
    }

    /// <summary>The number of classes.</summary>
    public int Count => _classes.Values.Count;

    /// <param name="corpus">The text.</param>
    /// <param name="stem">What names the class of a word.</param>
    public static WordClasses OfSource(ParallelCorpus corpus, WordNormalizer stem) =>
        new(new WordFactor(corpus.SourceVocabulary, stem), corpus.CountSource());

    /// <inheritdoc cref="OfSource" />
    public static WordClasses OfTarget(ParallelCorpus corpus, WordNormalizer stem) => OfSource(corpus.Swap(), stem);

    /// <summary>The class of a word.</summary>
    public int Of(int word) => _classes.Of(word);

    /// <summary>p(word | its class): its share in the tokens of the class.</summary>
    public float ShareOf(int word) => _shares[word];
}
