using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Subwords;

/// <summary>The classes of characters that normalizers and pre-tokenizers tell apart.</summary>
internal static class RuneClasses
{
    /// <summary>Unicode property White_Space.</summary>
    public static bool IsWhiteSpace(Rune rune) => Rune.IsWhiteSpace(rune);

    /// <summary>ASCII marks and symbols, and the categories P*.</summary>
    public static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? rune.Value is (> 32 and < 48) or (> 57 and < 65) or (> 90 and < 97) or (> 122 and < 127)
        : Rune.IsPunctuation(rune);

    /// <summary>The categories N*.</summary>
    public static bool IsNumber(Rune rune) => Rune.IsNumber(rune);

    /// <summary>The category Mn.</summary>
    public static bool IsNonspacingMark(Rune rune) =>
        !rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>The categories M*.</summary>
    public static bool IsMark(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>What <c>\w</c> means in UTS #18: letters, marks, digits, connectors and joiners.</summary>
    public static bool IsWordCharacter(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.LetterNumber => true, // L*, M*, Nd, Nl
        UnicodeCategory.ConnectorPunctuation => true,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        UnicodeCategory.OtherSymbol =>
            rune.Value is (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149)
                or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189),
        _ => false,
    };

    /// <summary>Control, format and private-use characters, but for tab, line feed and carriage return.</summary>
    public static bool IsControl(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x7F => rune.Value < 0x20,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.PrivateUse,
    };

    /// <summary>The blocks of ideographs that BERT puts blanks around.</summary>
    public static bool IsIdeograph(Rune rune) => rune.Value is >= 0x3400 and
        ((>= 0x4E00 and <= 0x9FFF) or <= 0x4DBF or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2B73F) or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF)
        or (>= 0x2F800 and <= 0x2FA1F));

    /// <summary>The character at <paramref name="index"/> of well-formed text.</summary>
    public static Rune At(ReadOnlySpan<char> text, int index)
    {
        Rune.DecodeFromUtf16(text[index..], out Rune rune, out _);
        return rune;
    }
}
