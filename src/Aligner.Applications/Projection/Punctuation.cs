using System.Text;
using Aligner.Core.Corpora;

namespace Aligner.Applications.Projection;

/// <summary>Tells punctuation marks from words.</summary>
internal static class Punctuation
{
    /// <summary>Whether a word has neither letter nor digit.</summary>
    public static bool IsPunctuation(string word) => word.EnumerateRunes().All(IsMark);

    /// <summary>A span of a text without the punctuation marks at its ends; the whole where there is nothing else.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">First code point.</param>
    /// <param name="end">Just past the last code point.</param>
    public static CodePointSpan Trim(string text, int start, int end)
    {
        Rune[] runes = [.. text.EnumerateRunes().Skip(start).Take(end - start)];
        int first = Array.FindIndex(runes, rune => !IsMark(rune));
        int last = Array.FindLastIndex(runes, rune => !IsMark(rune));
        return first < 0 ? new CodePointSpan(start, end) : new CodePointSpan(start + first, start + last + 1);
    }

    private static bool IsMark(Rune rune) => !Rune.IsLetterOrDigit(rune)
        && Rune.GetUnicodeCategory(rune) is not (
            System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
