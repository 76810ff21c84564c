using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Pieces;

/// <summary>The text that the subword pieces of a line spell.</summary>
/// <param name="Text">The text, its words separated by blanks.</param>
/// <param name="Pieces">
/// What each piece spells: ascending spans of the text, empty for pieces that spell nothing.
/// </param>
/// <param name="Places">Where each piece stands in the line.</param>
public sealed record SpelledLine(
    string Text, IReadOnlyList<TokenSpan> Pieces, IReadOnlyList<TokenSpan> Places);
