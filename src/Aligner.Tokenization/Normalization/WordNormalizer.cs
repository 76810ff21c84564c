using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Normalization;

/// <summary>Brings words to the spelling a model knows: Unicode form, no marks, lower case, prefix.</summary>
/// <remarks>Normalizing a normalized word changes nothing. Safe to share between threads.</remarks>
public sealed class WordNormalizer
{
    private readonly NormalizationOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public WordNormalizer(NormalizationOptions options)
    {
        options.Validate();
        _options = options;
    }

    /// <summary>Whether every word stays as it is.</summary>
    public bool IsIdentity =>
        _options is { Lowercase: false, Form: UnicodeForm.None, StripMarks: false, StemLength: 0 };

    /// <summary>The spelling under which <paramref name="token"/> is looked up.</summary>
    /// <remarks>It may hold blanks: NFKC makes a space of U+00A0, and a space and a mark of ´.</remarks>
    public string Normalize(ReadOnlySpan<char> token)
    {
        string word = Compose(token.ToString());
        if (_options.StripMarks)
        {
            // Before lower case, as İ has none of its own.
            word = WithoutMarks(word);
        }

        if (_options.Lowercase)
        {
            // A lower-cased letter may have a composed form where the capital has none: J + U+030C becomes ǰ.
            word = Compose(word.ToLowerInvariant());
        }

        return _options.StemLength > 0 ? Prefix(word, _options.StemLength) : word;
    }

    private string Compose(string word) => _options.Form switch
    {
        UnicodeForm.Nfc => WellFormed(word).Normalize(NormalizationForm.FormC),
        UnicodeForm.Nfkc => WellFormed(word).Normalize(NormalizationForm.FormKC),
        _ => word,
    };

    private static string WithoutMarks(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        StringBuilder builder = new(word.Length);
        foreach (Rune rune in WellFormed(word).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                builder.Append(rune);
            }
        }

        return builder.Length > 0 ? builder.ToString().Normalize(NormalizationForm.FormC) : word;
    }

    /// <summary>Puts U+FFFD for lone surrogates and U+FFFE, which <see cref="string.Normalize()"/> refuses.</summary>
    private static string WellFormed(string word)
    {
        if (!word.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !word.Contains('\uFFFE'))
        {
            return word;
        }

        StringBuilder builder = new(word.Length);
        foreach (Rune rune in word.EnumerateRunes())
        {
            builder.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return builder.ToString();
    }

    private static string Prefix(string word, int elements)
    {
        int length = 0;
        for (int i = 0; i < elements && length < word.Length; i++)
        {
            length += StringInfo.GetNextTextElementLength(word, length);
        }

        return word[..length];
    }
}
