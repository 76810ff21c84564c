using System.Buffers;
using System.Globalization;
using System.Text;
using Aligner.Tokenization.Copies;

namespace Aligner.Tokenization.Units;

/// <summary>Counts marks of punctuation that touch words, and marks that stand alone.</summary>
internal struct PunctuationEvidence
{
    /// <summary>What stands for words, or belongs to them in tokenized text too; so do the marks of Hebrew.</summary>
    private const string WordSigns = "'’‘`%&*/#@\\‰†′″\u05BE\u05C0\u05C3\u05F3\u05F4";

    /// <summary>What French sets a blank before, or after, in raw text too.</summary>
    private static readonly SearchValues<char> FrenchMarks = SearchValues.Create("?!:;«»");

    /// <summary>Words, and other marks, that a mark touches as it does in raw text.</summary>
    public int Attached { get; private set; }

    /// <summary>Marks that are words of their own, as in tokenized text.</summary>
    public int Detached { get; private set; }

    /// <summary>Looks at a word.</summary>
    /// <param name="word">What blanks separate.</param>
    /// <param name="isLast">Whether it ends the line.</param>
    public void Add(ReadOnlySpan<char> word, bool isLast)
    {
        int start = 0;
        while (start < word.Length && IsOpening(word[start]))
        {
            start++;
        }

        int end = word.Length;
        while (end > start && IsMark(word[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            bool isMixed = word.ContainsAnyExcept(word[0]);
            Attached += isMixed ? 1 : 0;
            Detached += !isMixed && !FrenchMarks.Contains(word[0]) ? 1 : 0;
        }
        else if (HasLetter(word[start..end])
            && (start > 0 || IsRawEnd(word, end, isLast))
            && Verbatim.CodeOf(word).Length < word.Length)
        {
            Attached++;
        }
    }

    /// <summary>
    /// Whether marks that end a word tell raw text. A single full stop does so at the end of the line only, and not
    /// after an initial or between others: abbreviations keep theirs in tokenized text.
    /// </summary>
    private static bool IsRawEnd(ReadOnlySpan<char> word, int end, bool isLast)
    {
        ReadOnlySpan<char> marks = word[end..];
        return marks is "."
            ? isLast && end > 1 && !word[..end].Contains('.')
            : !marks.IsEmpty;
    }

    private static bool IsOpening(char character) =>
        character is '¿' or '¡' or '"' || char.GetUnicodeCategory(character) is UnicodeCategory.OpenPunctuation
            or UnicodeCategory.InitialQuotePunctuation;

    private static bool IsMark(char character) => !WordSigns.Contains(character)
        && char.GetUnicodeCategory(character) is UnicodeCategory.OtherPunctuation
            or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation;

    private static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                return true;
            }
        }

        return false;
    }
}
