using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Subwords.PreTokenizers;

/// <summary>
/// The splitting pattern of GPT-2 (Radford et al. 2019):
/// <c>'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+</c>.
/// </summary>
/// <remarks>Written by hand since .NET's expressions take letters beyond U+FFFF for two symbols.</remarks>
internal static class Gpt2Pattern
{
    private static readonly string[] Contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    private enum Kind
    {
        Space,
        Letter,
        Number,
        Other,
    }

    /// <summary>Appends the matches, which cover all of <paramref name="text"/>.</summary>
    public static void Find(ReadOnlySpan<char> text, List<TokenSpan> matches)
    {
        for (int start = 0; start < text.Length;)
        {
            int length = ContractionLength(text[start..]);
            length = length > 0 ? length : RunLength(text[start..]);
            matches.Add(new TokenSpan(start, length));
            start += length;
        }
    }

    private static int ContractionLength(ReadOnlySpan<char> text)
    {
        if (text[0] == '\'')
        {
            foreach (string contraction in Contractions)
            {
                if (text.StartsWith(contraction, StringComparison.Ordinal))
                {
                    return contraction.Length;
                }
            }
        }

        return 0;
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        int start = text.Length > 1 && text[0] == ' ' && KindAt(text, 1) != Kind.Space ? 1 : 0;
        Kind kind = KindAt(text, start);
        int end = start;
        while (end < text.Length && KindAt(text, end) == kind)
        {
            end += RuneClasses.At(text, end).Utf16SequenceLength;
        }

        // \s+(?!\S) leaves the last blank to what follows, but for a lone one.
        return kind == Kind.Space && end < text.Length && end > 1 ? end - 1 : end;
    }

    private static Kind KindAt(ReadOnlySpan<char> text, int index)
    {
        Rune rune = RuneClasses.At(text, index);
        return Rune.IsLetter(rune) ? Kind.Letter
            : Rune.IsNumber(rune) ? Kind.Number
            : Rune.IsWhiteSpace(rune) ? Kind.Space : Kind.Other;
    }
}
