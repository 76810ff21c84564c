using System.Runtime.InteropServices;
using Aligner.Tokenization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Corpora;

/// <summary>Tokenizes, normalizes and numbers the sentences of one side.</summary>
internal sealed class SideEncoder(ITokenizer tokenizer, WordNormalizer normalizer, Vocabulary vocabulary)
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
            ReadOnlySpan<char> word = sentence.Slice(token.Start, token.Length);
            _ids.Add(vocabulary.Add(normalizer.IsIdentity ? word : normalizer.Normalize(word)));
        }

        return CollectionsMarshal.AsSpan(_ids);
    }

    /// <summary>The numbers of the tokens of the sentence.</summary>
    public ReadOnlySpan<int> FindAll(ReadOnlySpan<char> sentence)
    {
        _ids.Clear();
        foreach (TokenSpan token in _tokens)
        {
            _ids.Add(Find(sentence.Slice(token.Start, token.Length)));
        }

        return CollectionsMarshal.AsSpan(_ids);
    }

    /// <summary>The numbers of words that are split already.</summary>
    public int[] FindAll(IReadOnlyList<string> words) => [.. words.Select(word => Find(word))];

    private int Find(ReadOnlySpan<char> word) =>
        vocabulary.Find(normalizer.IsIdentity ? word : normalizer.Normalize(word));
}
