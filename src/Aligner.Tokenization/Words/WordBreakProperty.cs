using System.Globalization;

namespace Aligner.Tokenization.Words;

/// <summary>
/// The Word_Break property, derived from the runtime's general categories and, where these do not tell, from short
/// tables after Unicode 15.0 (WordBreakProperty.txt, Scripts.txt).
/// </summary>
internal static class WordBreakProperty
{
    /// <summary>Below this, properties are looked up: the alphabets of Europe and the Near East.</summary>
    private const int CachedCount = 0x800;

    /// <summary>Letters of the scripts that are split by character.</summary>
    private static readonly (int First, int Last)[] ByCharacter =
    [
        (0x0E00, 0x0EFF), // Thai, Lao
        (0x1000, 0x109F), // Myanmar
        (0x1780, 0x17FF), // Khmer
        (0x1950, 0x19DF), // Tai Le, New Tai Lue
        (0x1A20, 0x1AAF), // Tai Tham
        (0x3005, 0x3007), // 々 〆 〇
        (0x3021, 0x303C), // Hangzhou numerals, Kana and Han iteration marks
        (0x3040, 0x30FF), // Hiragana, Katakana
        (0x31F0, 0x31FF), // Katakana extensions
        (0x3400, 0x4DBF), // Han
        (0x4E00, 0x9FFF), // Han
        (0xA9E0, 0xA9FF), // Myanmar
        (0xAA60, 0xAADF), // Myanmar, Tai Viet
        (0xF900, 0xFAFF), // Han
        (0xFF65, 0xFF9D), // half-width Katakana
        (0x11700, 0x1174F), // Ahom
        (0x16FE0, 0x18DFF), // Tangut, Khitan
        (0x1AFF0, 0x1B2FF), // Kana, Nushu
        (0x20000, 0x3FFFF), // Han
    ];

    /// <summary>What counts as a letter (ALetter) though its category is another.</summary>
    private static readonly (int First, int Last)[] ExtraLetters =
    [
        (0x02C2, 0x02D7), // modifier letters
        (0x02DE, 0x02FF),
        (0x055A, 0x055C), // Armenian
        (0x055E, 0x055E),
        (0x058A, 0x058A),
        (0x05F3, 0x05F3), // Hebrew geresh
        (0x24B6, 0x24E9), // circled Latin
        (0xA708, 0xA721), // tone and modifier letters
        (0xA789, 0xA78A),
        (0xAB5B, 0xAB5B),
        (0x1F130, 0x1F149), // squared and circled Latin
        (0x1F150, 0x1F169),
        (0x1F170, 0x1F189),
    ];

    // Below the tables that it is made from: static fields are initialized in textual order.
    private static readonly WordBreak[] Cache = [.. Enumerable.Range(0, CachedCount).Select(Derive)];

    /// <summary>The property of a scalar value.</summary>
    public static WordBreak Of(int scalar) => scalar < CachedCount ? Cache[scalar] : Derive(scalar);

    /// <summary>Whether this is a letter or mark of a script that writes no blanks between words.</summary>
    public static bool IsWithoutBlanks(int scalar) =>
        scalar >= ByCharacter[0].First && IsIn(ByCharacter, scalar);

    private static WordBreak Derive(int scalar) => Special(scalar) switch
    {
        WordBreak.Other when IsIn(ExtraLetters, scalar) => WordBreak.Letter,
        WordBreak.Other => FromCategory(scalar),
        WordBreak property => property,
    };

    private static WordBreak Special(int scalar) => scalar switch
    {
        '\'' => WordBreak.SingleQuote,
        '"' => WordBreak.DoubleQuote,
        ':' or 0x00B7 or 0x0387 or 0x055F or 0x05F4 or 0x2027 or 0xFE13 or 0xFE55 or 0xFF1A => WordBreak.MidLetter,
        '.' or 0x2018 or 0x2019 or 0x2024 or 0xFE52 or 0xFF07 or 0xFF0E => WordBreak.MidNumLet,
        ',' or ';' or 0x037E or 0x0589 or 0x060C or 0x060D or 0x066C or 0x07F8 or 0x2044 or 0xFE10 or 0xFE14
            or 0xFE50 or 0xFE54 or 0xFF0C or 0xFF1B => WordBreak.MidNum,
        0x066B => WordBreak.Numeric, // Arabic decimal separator
        0x200B => WordBreak.Blank, // zero-width space, written between words where blanks are not
        0x200C => WordBreak.Extend, // zero-width non-joiner
        0xFF9E or 0xFF9F => WordBreak.Extend, // half-width voicing marks
        >= 0x1F1E6 and <= 0x1F1FF => WordBreak.RegionalIndicator,
        >= 0x1F3FB and <= 0x1F3FF => WordBreak.Extend, // emoji modifiers
        >= 0xE0020 and <= 0xE007F => WordBreak.Extend, // tags
        _ => WordBreak.Other,
    };

    private static WordBreak FromCategory(int scalar) => CharUnicodeInfo.GetUnicodeCategory(scalar) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber =>
            LetterOf(scalar),
        UnicodeCategory.DecimalDigitNumber => WordBreak.Numeric,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
            WordBreak.Extend,
        UnicodeCategory.Format => WordBreak.Format, // the zero-width joiner too
        UnicodeCategory.ConnectorPunctuation => WordBreak.ExtendNumLet,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
            WordBreak.Blank,
        UnicodeCategory.Control when scalar is (>= '\t' and <= '\r') or 0x85 => WordBreak.Blank,
        UnicodeCategory.OtherSymbol => WordBreak.Pictograph,
        UnicodeCategory.MathSymbol when scalar >= 0x2190 => WordBreak.Pictograph, // arrows
        _ => WordBreak.Other,
    };

    private static WordBreak LetterOf(int scalar) => scalar switch
    {
        (>= 0x05D0 and <= 0x05F2) or (>= 0xFB1D and <= 0xFB4F) => WordBreak.HebrewLetter,
        _ => IsIn(ByCharacter, scalar) ? WordBreak.Other : WordBreak.Letter,
    };

    private static bool IsIn((int First, int Last)[] sortedRanges, int scalar)
    {
        foreach ((int first, int last) in sortedRanges)
        {
            if (scalar <= last)
            {
                return scalar >= first;
            }
        }

        return false;
    }
}
