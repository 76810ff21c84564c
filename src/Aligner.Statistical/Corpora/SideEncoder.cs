using System.Runtime.InteropServices;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Corpora;

/// <summary>Normalizes and numbers the words of one side.</summary>
internal sealed class SideEncoder(
    WordNormalizer normalizer, Vocabulary vocabulary, IReadOnlyList<WordFactor> factors)
{
    private readonly List<int> _ids = [];

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>The numbers of words; new ones join the vocabulary.</summary>
    public ReadOnlySpan<int> AddAll(IReadOnlyList<string> words)
    {
        _ids.Clear();
        foreach (string word in words)
        {
            _ids.Add(vocabulary.Add(Normalize(word)));
        }

        return CollectionsMarshal.AsSpan(_ids);
    }

    /// <summary>All factors of words.</summary>
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
