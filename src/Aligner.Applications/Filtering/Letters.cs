using System.Text;

namespace Aligner.Applications.Filtering;

/// <summary>Letters and digits: what of a word carries its meaning.</summary>
internal static class Letters
{
    /// <summary>The letters and digits of a text.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            count += Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a text has a letter.</summary>
    public static bool HasLetter(ReadOnlySpan<char> text)
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
}
