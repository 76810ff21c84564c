using System.Runtime.InteropServices;
using Aligner.Tokenization.Normalization;
using Aligner.Tokenization.Words;

namespace Aligner.Statistical.Corpora;

/// <summary>Tokenizes, normalizes and numbers the sentences of one side.</summary>
internal sealed class SideEncoder(
    ITokenizer tokenizer, WordNormalizer normalizer, Vocabulary vocabulary, IReadOnlyList<WordFactor> factors)
{
    private readonly List<TokenSpan> _tokens = [];
    private readonly List<int> _ids = [];

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Splits a sentence and remembers its tokens for the calls that follow; returns their number.</summary>
    public int Tokenize(string sentence)
    {
        _tokens.Clear();
        tokenizer.Tokenize(sentence, _tokens);
        return _tokens.Count;
    }

    /// <summary>The numbers of the tokens of the sentence; new words join the vocabulary.</summary>
    public ReadOnlySpan<int> AddAll(ReadOnlySpan<char> sentence)
    {
        _ids.Clear();
        foreach (TokenSpan token in _tokens)
        {
            _ids.Add(vocabulary.Add(Normalize(sentence.Slice(token.Start, token.Length))));
        }

        return CollectionsMarshal.AsSpan(_ids);
    }

    /// <summary>The numbers of words that are split already; new ones join the vocabulary.</summary>
    public ReadOnlySpan<int> AddAll(IReadOnlyList<string> words)
    {
        _ids.Clear();
        foreach (string word in words)
        {
            _ids.Add(vocabulary.Add(Normalize(word)));
        }

        return CollectionsMarshal.AsSpan(_ids);
    }

    /// <summary>All factors of the tokens of the sentence.</summary>
    public EncodedSentence FindAll(ReadOnlySpan<char> sentence)
    {
        int[][] values = Rows(_tokens.Count);
        string?[]? unknown = null;
        for (int k = 0; k < _tokens.Count; k++)
        {
            Find(sentence.Slice(_tokens[k].Start, _tokens[k].Length), values, k, ref unknown);
        }

        return Sentence(values, unknown);
    }

    /// <summary>All factors of words that are split already.</summary>
    public EncodedSentence FindAll(IReadOnlyList<string> words)
    {
        int[][] values = Rows(words.Count);
        string?[]? unknown = null;
        for (int k = 0; k < words.Count; k++)
        {
            Find(words[k], values, k, ref unknown);
        }

        return Sentence(values, unknown);
    }

    private void Find(ReadOnlySpan<char> token, int[][] values, int position, ref string?[]? unknown)
    {
        ReadOnlySpan<char> word = Normalize(token);
        int id = vocabulary.Find(word);
        values[0][position] = id;
        if (id == Vocabulary.Unknown)
        {
            unknown ??= new string?[values[0].Length];
            unknown[position] = word.ToString();
        }

        for (int k = 0; k < factors.Count; k++)
        {
            values[k + 1][position] = id == Vocabulary.Unknown ? factors[k].Find(word) : factors[k].Of(id);
        }
    }

    private ReadOnlySpan<char> Normalize(ReadOnlySpan<char> token) =>
        normalizer.IsIdentity ? token : normalizer.Normalize(token);

    private int[][] Rows(int length)
    {
        int[][] rows = new int[factors.Count + 1][];
        for (int k = 0; k < rows.Length; k++)
        {
            rows[k] = new int[length];
        }

        return rows;
    }

    private static EncodedSentence Sentence(int[][] values, string?[]? unknown) =>
        new(Array.ConvertAll(values, row => new ReadOnlyMemory<int>(row)), unknown);
}
