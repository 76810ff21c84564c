using System.Buffers;
using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Copies;

/// <summary>
/// Tells what translators copy character by character: numbers, codes, markup, placeholders, addresses.
/// </summary>
/// <remarks>
/// Words of letters alone, names too, are none of these: they may be spelled alike and mean different things.
/// </remarks>
internal static class Verbatim
{
    private const string Quotes = "\"'“”„‚‘’«»‹›";

    /// <summary>
    /// Punctuation of the sentence, which is no part of what is copied. None of it but quotes is taken away before a
    /// token: dots and colons begin file names and emoji codes.
    /// </summary>
    private const string Closing = ".,;:!?…、。，" + Quotes;

    /// <summary>Signs of codes, markup and placeholders; texts do not join letters by them.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>{}[]$%@#&_=|\\/^~`*+");

    /// <summary>Signs that join letters in addresses, file names, calls and scopes, and begin options.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create(".:(");

    /// <summary>Signs that amounts do not have: <c>5%</c> and <c>$5</c> are words.</summary>
    private static readonly SearchValues<char> MarkupSigns = SearchValues.Create("<>{}[]_=|\\/^~`");

    /// <summary>The part of a token that is copied verbatim; empty if it has none.</summary>
    /// <param name="token">A token.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> core = Trim(token);
        return Qualifies(core) ? core : [];
    }

    /// <summary>
    /// The part of what blanks separate in raw text that is one word in spite of its punctuation: markup, a
    /// placeholder, a code or an address; empty if it has none.
    /// </summary>
    /// <param name="word">What blanks separate.</param>
    public static ReadOnlySpan<char> CodeOf(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> core = word;
        for (int length = -1; core.Length != length; core = Of(core))
        {
            length = core.Length;
        }

        return core.ContainsAny(MarkupSigns)
            || (HasLetter(core) && (core.ContainsAny(Signs) || core.ContainsAny(Joints)))
            ? core
            : [];
    }

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> token)
    {
        ReadOnlySpan<char> core = token.TrimEnd(Closing).TrimStart(Quotes);
        bool opens = core.StartsWith("("), closes = core.EndsWith(")");
        if (opens && (closes || !core.Contains(')')))
        {
            core = core[1..];
        }

        if (closes && (opens || !core.Contains('(')))
        {
            core = core[..^1];
        }

        return core.TrimEnd(Closing);
    }

    private static bool Qualifies(ReadOnlySpan<char> core)
    {
        int letters = 0;
        bool hasSymbol = false, wasLower = false, isCamel = false;
        foreach (Rune rune in core.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber)
            {
                return true;
            }

            bool isUpper = category == UnicodeCategory.UppercaseLetter;
            isCamel |= isUpper && wasLower;
            wasLower = category == UnicodeCategory.LowercaseLetter;
            letters += Rune.IsLetter(rune) ? 1 : 0;
            hasSymbol |= category == UnicodeCategory.OtherSymbol;
        }

        return hasSymbol
            || isCamel
            || (core.Length > 1 && core.ContainsAny(Signs))
            || (letters > 0 && (core.ContainsAny(Joints) || core.StartsWith("-")));
    }
}
