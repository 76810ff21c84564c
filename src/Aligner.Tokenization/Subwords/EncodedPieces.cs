using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords;

/// <summary>The pieces of a sentence, in order.</summary>
public sealed class EncodedPieces
{
    /// <summary>The word index of special tokens.</summary>
    public const int NoWord = -1;

    private readonly int[] _ids;
    private readonly int[] _words;
    private readonly TokenSpan[] _spans;

    internal EncodedPieces(int[] ids, int[] words, TokenSpan[] spans) =>
        (_ids, _words, _spans) = (ids, words, spans);

    /// <summary>No pieces.</summary>
    public static EncodedPieces Empty { get; } = new([], [], []);

    /// <summary>Number of pieces.</summary>
    public int Count => _ids.Length;

    /// <summary>The id of each piece.</summary>
    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>
    /// The 0-based index of the word of each piece, ascending; of a text, words are what the pre-tokenizer makes of it.
    /// A word may have no piece, for example one of control characters only. <see cref="NoWord"/> for special tokens.
    /// </summary>
    public ReadOnlySpan<int> Words => _words;

    /// <summary>
    /// Where each piece stands in its word or in the text, in UTF-16 code units; pieces of one character share its
    /// place. Length 0 for special tokens.
    /// </summary>
    public ReadOnlySpan<TokenSpan> Spans => _spans;

    /// <summary>Whether the words had more pieces than <see cref="PieceBounds"/> allow.</summary>
    public bool IsCut { get; internal init; }

    /// <summary>The same pieces, of words that were cut before.</summary>
    internal EncodedPieces AsCut() => new(_ids, _words, _spans) { IsCut = true };

    /// <summary>At most <paramref name="count"/> pieces of each word, its first ones.</summary>
    internal EncodedPieces FirstOfEachWord(int count)
    {
        int[] kept = [.. Enumerable.Range(0, Count)
            .Where(piece => piece < count || _words[piece] != _words[piece - count])];
        return kept.Length == Count
            ? this
            : new EncodedPieces(
                [.. kept.Select(piece => _ids[piece])],
                [.. kept.Select(piece => _words[piece])],
                [.. kept.Select(piece => _spans[piece])])
            {
                IsCut = true,
            };
    }

    /// <summary>A run of the pieces.</summary>
    /// <exception cref="ArgumentException">It does not lie within them.</exception>
    public EncodedPieces Slice(int start, int count) => start == 0 && count == Count
        ? this
        : new EncodedPieces(
            Ids.Slice(start, count).ToArray(),
            Words.Slice(start, count).ToArray(),
            Spans.Slice(start, count).ToArray());
}
