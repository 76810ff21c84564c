using System.Globalization;

namespace Aligner.Applications.Views;

/// <summary>Numbers of lines, such as <c>2-5,9</c>.</summary>
public sealed class LineRanges
{
    private readonly (long First, long Last)[] _ranges;

    private LineRanges((long First, long Last)[] ranges) => _ranges = ranges;

    /// <summary>The last line that is in a range.</summary>
    public long Last => _ranges.Max(range => range.Last);

    /// <summary>Reads ranges with commas between them; each is a line or the first and last of several.</summary>
    /// <returns>The ranges; null where the text is no such list of lines from 1.</returns>
    public static LineRanges? Parse(string text)
    {
        string[] parts = text.Split(',');
        (long First, long Last)[] ranges = new (long First, long Last)[parts.Length];
        for (int k = 0; k < parts.Length; k++)
        {
            string[] ends = parts[k].Split('-');
            if (ends.Length > 2
                || !TryRead(ends[0], out long first)
                || !TryRead(ends[^1], out long last)
                || last < first)
            {
                return null;
            }

            ranges[k] = (first, last);
        }

        return new LineRanges(ranges);
    }

    /// <summary>Whether a line is in a range.</summary>
    public bool Contains(long line) => Array.Exists(_ranges, range => range.First <= line && line <= range.Last);

    private static bool TryRead(string text, out long line) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out line) && line > 0;
}
