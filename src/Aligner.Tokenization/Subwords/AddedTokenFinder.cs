using System.Buffers;
using System.Text;
using Aligner.Tokenization.Subwords.Models;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords;

/// <summary>Finds added tokens: the leftmost, of several there the longest.</summary>
internal sealed class AddedTokenFinder
{
    private readonly AddedToken[] _tokens;
    private readonly PieceTrie _trie;
    private readonly SearchValues<char> _firstCharacters;

    public AddedTokenFinder(IEnumerable<AddedToken> tokens)
    {
        _tokens = [.. tokens.Where(token => token.Content.Length > 0)];
        _trie = new PieceTrie(_tokens.Length);
        for (int i = 0; i < _tokens.Length; i++)
        {
            _trie.Add(_tokens[i].Content, i);
        }

        _firstCharacters = SearchValues.Create([.. _tokens.Select(token => token.Content[0]).Distinct()]);
    }

    /// <summary>The first added token from <paramref name="start"/> on, with the blanks it takes; or null.</summary>
    public PieceSpan? Find(ReadOnlySpan<char> text, int start)
    {
        for (int at = start; text[at..].IndexOfAny(_firstCharacters) is >= 0 and int offset; at++)
        {
            at += offset;
            (int length, int index) = _trie.LongestPrefix(PieceTrie.Root, text[at..]);
            if (length > 0 && _tokens[index].SingleWord && TouchesWord(text, at, at + length))
            {
                at += length - 1;
            }
            else if (length > 0)
            {
                AddedToken token = _tokens[index];
                ReadOnlySpan<char> before = text[start..at];
                ReadOnlySpan<char> after = text[(at + length)..];
                int from = token.StripsLeft ? start + before.TrimEnd().Length : at;
                int to = token.StripsRight ? text.Length - after.TrimStart().Length : at + length;
                return new PieceSpan(token.Id, new TokenSpan(from, to - from));
            }
        }

        return null;
    }

    private static bool TouchesWord(ReadOnlySpan<char> text, int start, int end)
    {
        Rune.DecodeLastFromUtf16(text[..start], out Rune before, out _);
        Rune.DecodeFromUtf16(text[end..], out Rune after, out _);
        return (start > 0 && RuneClasses.IsWordCharacter(before))
            || (end < text.Length && RuneClasses.IsWordCharacter(after));
    }
}
