using System.Globalization;
using System.Text;

namespace Aligner.Tokenization.Subwords.Training;

/// <summary>Splits words where the kind of the characters changes; no piece reaches beyond such a run.</summary>
/// <remarks>
/// As SentencePiece keeps pieces within a script: <c>Python의</c> and <c>(1999)</c> get no pieces of their own. To split
/// before counting makes far fewer distinct runs. What Chinese or Thai write without spaces is cut nowhere else: the
/// time of all steps is linear in the length of a run, and an encoder meets such runs whole.
/// </remarks>
internal static class CharacterRuns
{
    private const int WordStart = '\u2581';

    private enum Kind
    {
        /// <summary>Belongs to what it stands by: marks, joiners, the sign of a word's start.</summary>
        Joining,
        Latin,
        EastAsian,
        OtherLetter,
        Number,
        Symbol,
    }

    /// <summary>Length of the first run of <paramref name="word"/>.</summary>
    public static int FirstLength(ReadOnlySpan<char> word)
    {
        Kind current = Kind.Joining;
        for (int i = 0; i < word.Length;)
        {
            Rune rune = RuneClasses.At(word, i);
            Kind kind = KindOf(rune);
            if (kind != Kind.Joining)
            {
                if (current != Kind.Joining && current != kind)
                {
                    return i;
                }

                current = kind;
            }

            i += rune.Utf16SequenceLength;
        }

        return word.Length;
    }

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.OtherLetter => LetterKind(rune.Value),
        <= UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.Joining,
        <= UnicodeCategory.OtherNumber => Kind.Number,
        _ => rune.Value == WordStart ? Kind.Joining : Kind.Symbol,
    };

    private static Kind LetterKind(int value) => value switch
    {
        < 0x0300 or (>= 0x1D00 and < 0x1DC0) or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80)
            or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) => Kind.Latin,
        (>= 0x2E80 and < 0xA000 and not (>= 0x3130 and < 0x3190)) or (>= 0xF900 and < 0xFB00)
            or (>= 0x1AFF0 and < 0x1B170) or >= 0x20000 => Kind.EastAsian,
        _ => Kind.OtherLetter,
    };
}
