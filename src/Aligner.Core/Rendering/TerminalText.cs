using System.Globalization;
using System.Text;

namespace Aligner.Core.Rendering;

/// <summary>How text looks in a terminal, where Chinese characters take two columns and marks take none.</summary>
public static class TerminalText
{
    /// <summary>
    /// First and last code points of the blocks that are wide (W or F) throughout, after Unicode's East Asian Width
    /// (UAX #11), and of the pictographs.
    /// </summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0xA4CF), (0xA960, 0xA97F),
        (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x1B2FF),
        (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>
    /// The characters of <paramref name="text"/> as a reader counts them, with control characters replaced by U+FFFD so
    /// that no text can steer the terminal.
    /// </summary>
    public static IReadOnlyList<string> Elements(string text)
    {
        List<string> elements = [];
        TextElementEnumerator enumerator = StringInfo.GetTextElementEnumerator(text);
        while (enumerator.MoveNext())
        {
            string element = enumerator.GetTextElement();
            elements.Add(element.Any(char.IsControl) ? "\uFFFD" : element);
        }

        return elements;
    }

    /// <summary>The columns that one of the <see cref="Elements"/> takes: 1 or 2.</summary>
    public static int Width(string element)
    {
        int first = Rune.GetRuneAt(element, 0).Value;
        return Array.Exists(Wide, range => first >= range.First && first <= range.Last) ? 2 : 1;
    }
}
