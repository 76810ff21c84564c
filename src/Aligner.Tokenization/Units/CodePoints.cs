using Aligner.Core.Corpora;
using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Units;

/// <summary>From UTF-16 code units to Unicode code points.</summary>
internal static class CodePoints
{
    /// <summary>Ascending spans of a line, which do not overlap, in code points.</summary>
    public static CodePointSpan[] SpansOf(string line, IReadOnlyList<TokenSpan> spans)
    {
        CodePointSpan[] counted = new CodePointSpan[spans.Count];
        (int unit, int point) = (0, 0);
        for (int k = 0; k < counted.Length; k++)
        {
            int start = Count(line, ref unit, ref point, spans[k].Start);
            counted[k] = new CodePointSpan(start, Count(line, ref unit, ref point, spans[k].End));
        }

        return counted;
    }

    private static int Count(string line, ref int unit, ref int point, int end)
    {
        if (end < unit)
        {
            (unit, point) = (0, 0); // spans of tokens may share a subword piece
        }

        for (; unit < end; unit++)
        {
            bool isSecond = unit > 0 && char.IsSurrogatePair(line[unit - 1], line[unit]);
            point += isSecond ? 0 : 1;
        }

        return point;
    }
}
