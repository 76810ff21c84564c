using System.Text;
using System.Xml;
using Aligner.Core.Rendering;

namespace Aligner.Applications.Views.Figures;

/// <summary>What is known of words before a program with fonts shows them.</summary>
internal static class Typography
{
    /// <summary>The width of a Latin letter of a common font in cells, rather too large than too small.</summary>
    private const double Letter = 0.42;

    /// <summary>About how wide a word is, in cells.</summary>
    public static double WidthOf(string word) => Letter * TerminalText.Elements(word).Sum(TerminalText.Width);

    /// <summary>A word without what no document may hold: control characters and characters that are none.</summary>
    public static string Clean(string word) => string.Concat(TerminalText.Elements(word)
        .Select(element => element.EnumerateRunes().All(IsAllowed) ? element : "\uFFFD"));

    /// <summary>Whether most of the letters of a sentence are written from right to left.</summary>
    public static bool IsRightToLeft(IEnumerable<string> words)
    {
        int balance = 0;
        foreach (Rune rune in words.SelectMany(word => word.EnumerateRunes()).Where(Rune.IsLetter))
        {
            balance += IsRightToLeft(rune.Value) ? 1 : -1;
        }

        return balance > 0;
    }

    // The blocks that Unicode reserves for scripts of this direction (UAX #9, DerivedBidiClass).
    private static bool IsRightToLeft(int rune) => rune
        is (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);

    private static bool IsAllowed(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
