using System.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>Counts letters of scripts that write no blanks between words, and the runs that they come in.</summary>
internal struct BlankEvidence
{
    /// <summary>
    /// Words of Chinese and Japanese have two letters on average, and words of Thai, Lao, Khmer and Burmese four;
    /// what blanks separate in raw text is longer.
    /// </summary>
    private const int LongestMean = 3, LongestAlphabeticMean = 6;

    private const int FirstOfEastAsia = 0x3000;

    private int _letters;
    private int _eastAsian;
    private int _others;
    private int _runs;

    /// <summary>Whether most letters are of such a script.</summary>
    public readonly bool IsOfSuchScript => _letters > _others;

    /// <summary>Whether they come in runs longer than words are.</summary>
    public readonly bool HasLongRuns =>
        _letters > _runs * (_eastAsian * 2 > _letters ? LongestMean : LongestAlphabeticMean);

    /// <summary>Looks at a word.</summary>
    /// <param name="word">What blanks separate.</param>
    public void Add(ReadOnlySpan<char> word)
    {
        int letters = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                continue;
            }

            bool isWithoutBlanks = WordBreakProperty.IsWithoutBlanks(rune.Value);
            letters += isWithoutBlanks ? 1 : 0;
            _eastAsian += isWithoutBlanks && rune.Value >= FirstOfEastAsia ? 1 : 0;
            _others += isWithoutBlanks ? 0 : 1;
        }

        _letters += letters;
        _runs += letters > 0 ? 1 : 0;
    }
}
