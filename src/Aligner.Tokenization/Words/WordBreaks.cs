using System.Text;

namespace Aligner.Tokenization.Words;

/// <summary>Reads text as Word_Break properties.</summary>
internal static class WordBreaks
{
    /// <summary>The first position from <paramref name="position"/> on that holds no blank, or the end.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && PropertyAt(text, position, out int length) == WordBreak.Blank)
        {
            position += length;
        }

        return position;
    }

    /// <summary>
    /// Moves <paramref name="position"/> past a scalar value and the marks, joiners and format characters after it,
    /// and gives the property of the scalar value (WB4). Format characters with nothing before them to belong to go
    /// with what follows, so that an invisible mark is no token of its own.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Less than the text's length.</param>
    public static WordBreak ReadCluster(ReadOnlySpan<char> text, ref int position)
    {
        WordBreak property = PropertyAt(text, position, out int length);
        position += length;
        while (position < text.Length)
        {
            WordBreak next = PropertyAt(text, position, out length);
            if (property == WordBreak.Format && next != WordBreak.Blank)
            {
                property = next;
            }
            else if (property == WordBreak.Blank || next is not (WordBreak.Extend or WordBreak.Format))
            {
                break;
            }

            position += length;
        }

        return property;
    }

    /// <summary>Whether a letter of a script without blanks between words stands at a position.</summary>
    public static bool IsWithoutBlanks(ReadOnlySpan<char> text, int position)
    {
        Rune.DecodeFromUtf16(text[position..], out Rune rune, out _);
        return WordBreakProperty.IsWithoutBlanks(rune.Value);
    }

    /// <summary>A lone surrogate counts as U+FFFD.</summary>
    private static WordBreak PropertyAt(ReadOnlySpan<char> text, int position, out int length)
    {
        char first = text[position];
        if (!char.IsSurrogate(first))
        {
            length = 1;
            return WordBreakProperty.Of(first);
        }

        Rune.DecodeFromUtf16(text[position..], out Rune rune, out length);
        return WordBreakProperty.Of(rune.Value);
    }
}
