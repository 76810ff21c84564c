using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Corpora;

/// <summary>A coarser spelling of the words of one side, for example their first letters.</summary>
internal sealed class WordFactor
{
    private readonly WordNormalizer _normalizer;
    private readonly int[] _valueOfWord;

    /// <summary>Numbers the values of all words by first occurrence.</summary>
    public WordFactor(Vocabulary words, WordNormalizer normalizer)
    {
        _normalizer = normalizer;
        _valueOfWord = new int[words.Count];
        for (int word = 0; word < words.Count; word++)
        {
            _valueOfWord[word] = Values.Add(normalizer.Normalize(words[word]));
        }
    }

    /// <summary>The number of words of the vocabulary.</summary>
    public int WordCount => _valueOfWord.Length;

    /// <summary>The distinct values.</summary>
    public Vocabulary Values { get; } = new();

    /// <summary>The value of a word of the vocabulary.</summary>
    public int Of(int word) => _valueOfWord[word];

    /// <summary>The value of a word that is outside the vocabulary; unknown if no word has it.</summary>
    public int Find(ReadOnlySpan<char> word) => Values.Find(_normalizer.Normalize(word));
}
