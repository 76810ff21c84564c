using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.Models;

/// <summary>Longest match first (Schuster and Nakajima 2012; Devlin et al. 2019).</summary>
internal sealed class WordPieceModel : ISubwordModel
{
    private readonly int _unknown;
    private readonly int _maxCharacters;
    private readonly int _continuation;

    /// <param name="vocabulary">The pieces.</param>
    /// <param name="unknown">The id of a segment that cannot be split into pieces.</param>
    /// <param name="prefix">What pieces begin with that are not first, as <c>##</c>.</param>
    /// <param name="maxCharacters">Longer segments are unknown.</param>
    public WordPieceModel(PieceVocabulary vocabulary, int unknown, string prefix = "##", int maxCharacters = 100)
    {
        Vocabulary = vocabulary;
        _unknown = unknown;
        _maxCharacters = maxCharacters;
        _continuation = vocabulary.Trie.NodeOf(prefix);
    }

    public PieceVocabulary Vocabulary { get; }

    public void Encode(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        int count = pieces.Count;
        if (IsTooLong(segment) || !TrySplit(segment, pieces))
        {
            pieces.RemoveRange(count, pieces.Count - count);
            pieces.Add(new PieceSpan(_unknown, new TokenSpan(0, segment.Length)));
        }
    }

    private bool TrySplit(ReadOnlySpan<char> segment, List<PieceSpan> pieces)
    {
        int node = PieceTrie.Root;
        for (int start = 0; start < segment.Length;)
        {
            (int length, int id) = Vocabulary.Trie.LongestPrefix(node, segment[start..]);
            if (length == 0)
            {
                return false;
            }

            pieces.Add(new PieceSpan(id, new TokenSpan(start, length)));
            node = _continuation;
            start += length;
        }

        return true;
    }

    private bool IsTooLong(ReadOnlySpan<char> segment) =>
        segment.Length > _maxCharacters && CountCharacters(segment) > _maxCharacters;

    private static int CountCharacters(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += char.IsLowSurrogate(c) ? 0 : 1;
        }

        return count;
    }
}
