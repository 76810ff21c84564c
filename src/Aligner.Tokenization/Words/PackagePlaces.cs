using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Words;

/// <summary>
/// Where the tokens of Microsoft.ML.Tokenizers stand, whose offsets are those of the normalized text.
/// </summary>
internal static class PackagePlaces
{
    /// <summary>
    /// The place of a token in the word that was tokenized. It is exact where normalizing put something before the
    /// word or changed characters one by one; otherwise it is the whole word.
    /// </summary>
    /// <param name="token">The token.</param>
    /// <param name="normalized">The normalized word; null where it was not normalized.</param>
    /// <param name="word">The word as it was given.</param>
    public static TokenSpan Of(EncodedToken token, string? normalized, ReadOnlySpan<char> word)
    {
        int shift = (normalized?.Length ?? word.Length) - word.Length;
        bool isShifted = shift > 0 && normalized.AsSpan(shift).Equals(word, StringComparison.OrdinalIgnoreCase);
        if (shift != 0 && !isShifted)
        {
            return new TokenSpan(0, word.Length);
        }

        int start = Math.Clamp(token.Offset.Start.Value - shift, 0, word.Length);
        int end = Math.Clamp(token.Offset.End.Value - shift, start, word.Length);
        return new TokenSpan(start, end - start);
    }
}
