namespace Aligner.Statistical.Corpora;

/// <summary>How often the words of one side come in the text that a model was trained on.</summary>
public sealed class WordFrequencies
{
    /// <summary>A word that never came counts as so often.</summary>
    private const double Unseen = 0.5;

    private readonly int[] _counts;
    private readonly long _total;

    /// <param name="counts">Tokens of each word, in the order of their numbers.</param>
    public WordFrequencies(int[] counts)
    {
        _counts = counts;
        _total = counts.Sum(count => (long)count);
    }

    /// <summary>Tokens of each word.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>
    /// The logarithm of the share of all tokens that are this word; −∞ where there are no tokens at all.
    /// </summary>
    /// <param name="word">Its number, or <see cref="Vocabulary.Unknown"/>.</param>
    public float Log(int word)
    {
        double count = word >= 0 && word < _counts.Length ? _counts[word] : 0;
        return _total == 0 ? float.NegativeInfinity : (float)Math.Log(Math.Max(Unseen, count) / _total);
    }

    /// <summary>These frequencies and those of an earlier text together.</summary>
    /// <param name="earlier">Those of the earlier text.</param>
    /// <param name="words">The words of the earlier text.</param>
    /// <param name="vocabulary">The words of this one.</param>
    public WordFrequencies With(WordFrequencies earlier, Vocabulary words, Vocabulary vocabulary)
    {
        int[] counts = [.. _counts];
        for (int word = 0; word < words.Count; word++)
        {
            int id = vocabulary.Find(words[word]);
            if (id != Vocabulary.Unknown)
            {
                counts[id] = (int)Math.Min(int.MaxValue, (long)counts[id] + earlier._counts[word]);
            }
        }

        return new WordFrequencies(counts);
    }

    /// <summary>Counts the tokens of a side.</summary>
    /// <param name="tokens">Numbers of words.</param>
    /// <param name="words">The number of words.</param>
    internal static WordFrequencies Of(ReadOnlySpan<int> tokens, int words)
    {
        int[] counts = new int[words];
        foreach (int token in tokens)
        {
            counts[token]++;
        }

        return new WordFrequencies(counts);
    }
}
