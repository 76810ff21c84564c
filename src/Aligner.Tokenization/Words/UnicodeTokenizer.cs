namespace Aligner.Tokenization.Words;

/// <summary>
/// Splits at the word boundaries of UAX #29. Words keep inner apostrophes, dots and colons (don't, U.S.A, EU:n),
/// numbers their separators (3.14, 1,000); every other punctuation mark or symbol is a token of its own.
/// </summary>
/// <remarks>
/// Scripts written without spaces (Han, Kana, Thai, Lao, Khmer, Myanmar and their kin), where the rules leave words to
/// a dictionary, are split by character; Katakana too, against WB13. Blanks separate and are no tokens, also the
/// narrow no-break space that WB13a would keep in numbers, and U+200B.
/// </remarks>
internal sealed class UnicodeTokenizer : ITokenizer
{
    private const char ZeroWidthJoiner = '\u200D';

    /// <inheritdoc />
    public string Name => "unicode";

    /// <inheritdoc />
    public void Tokenize(ReadOnlySpan<char> text, List<TokenSpan> tokens)
    {
        for (int start = WordBreaks.SkipBlanks(text, 0); start < text.Length;)
        {
            int end = TokenEnd(text, start);
            tokens.Add(new TokenSpan(start, end - start));
            start = WordBreaks.SkipBlanks(text, end);
        }
    }

    private static int TokenEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        WordBreak last = WordBreaks.ReadCluster(text, ref end);
        while (end < text.Length)
        {
            int next = end;
            WordBreak current = WordBreaks.ReadCluster(text, ref next);
            if (last == WordBreak.RegionalIndicator && current == last)
            {
                last = WordBreak.Other; // WB15, WB16: two make a flag, a third begins another
            }
            else if ((IsWordPart(last) && IsWordPart(current))
                || (current == WordBreak.Pictograph && text[end - 1] == ZeroWidthJoiner)) // WB3c
            {
                last = current;
            }
            else if (TryReadAcross(text, last, current, ref next, out WordBreak following))
            {
                last = following;
            }
            else if (last == WordBreak.HebrewLetter && current == WordBreak.SingleQuote)
            {
                last = current; // WB7a: a final geresh
            }
            else
            {
                break;
            }

            end = next;
        }

        return end;
    }

    /// <summary>WB5, WB8, WB9, WB10, WB13a, WB13b: any two of these stay together.</summary>
    private static bool IsWordPart(WordBreak property) =>
        IsLetter(property) || property is WordBreak.Numeric or WordBreak.ExtendNumLet;

    private static bool IsLetter(WordBreak property) => property is WordBreak.Letter or WordBreak.HebrewLetter;

    /// <summary>
    /// Reads the cluster at <paramref name="position"/>, which follows <paramref name="middle"/>, if the two sides of
    /// <paramref name="middle"/> make it part of a word or number.
    /// </summary>
    private static bool TryReadAcross(
        ReadOnlySpan<char> text, WordBreak left, WordBreak middle, ref int position, out WordBreak right)
    {
        int end = position;
        right = end < text.Length ? WordBreaks.ReadCluster(text, ref end) : WordBreak.Blank;
        bool joins = middle switch
        {
            WordBreak.MidLetter => IsLetter(left) && IsLetter(right), // WB6, WB7
            WordBreak.MidNum => left == WordBreak.Numeric && right == left, // WB11, WB12
            WordBreak.MidNumLet or WordBreak.SingleQuote => // WB6, WB7; WB11, WB12
                (IsLetter(left) && IsLetter(right)) || (left == WordBreak.Numeric && right == left),
            WordBreak.DoubleQuote => left == WordBreak.HebrewLetter && right == left, // WB7b, WB7c
            _ => false,
        };
        position = joins ? end : position;
        return joins;
    }
}
