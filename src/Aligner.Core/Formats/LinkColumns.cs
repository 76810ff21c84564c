using System.Globalization;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Formats;

/// <summary>
/// A line in which links are one of several columns, parted by <c> ||| </c> or else by tabs. From the right: one number
/// at most, the score; the links, which may be empty; the words or a number of the pair. So these are all read:
/// <c>links TAB score</c>, SimAlign's <c>id TAB links</c>, Marian's <c>text ||| links</c>, fast_align's
/// <c>source ||| target ||| links ||| score</c>, OpusTrainer's <c>source TAB target TAB links</c>. If each column
/// parted by tabs looks like links, all are links.
/// </summary>
/// <param name="Links">The links.</param>
/// <param name="Score">The score, or null.</param>
/// <param name="Tokens">The words where both sides are given, or null.</param>
/// <param name="TargetLength">The number of target words where the line tells it, or null.</param>
internal sealed record LinkColumns(string Links, double? Score, TokenizedPair? Tokens, int? TargetLength)
{
    private const string Bars = "|||";

    /// <summary>Takes a line apart; null if there are more columns before the links than these.</summary>
    public static LinkColumns? Parse(string line)
    {
        bool hasBars = line.Contains(Bars, StringComparison.Ordinal);
        if (!hasBars && !line.Contains('\t'))
        {
            return new LinkColumns(line, null, null, null);
        }

        List<string> columns = hasBars ? SplitAtBars(line) : [.. line.Split('\t')];
        if (!hasBars && columns.TrueForAll(LooksLikeLinks))
        {
            return new LinkColumns(string.Join(' ', columns), null, null, null);
        }

        double? score = columns.Count > 1 ? ParseScore(columns[^1]) : null;
        int place = columns.Count - (score is null ? 1 : 2);
        string links = columns[place];
        if (place == 3 && IsNumber(columns[0]))
        {
            columns.RemoveAt(0);
            place--;
        }

        return place switch
        {
            0 => new LinkColumns(links, score, null, null),
            1 when !hasBars && IsNumber(columns[0]) => new LinkColumns(links, score, null, null),
            1 => new LinkColumns(links, score, null, Words.Split(columns[0]).Length),
            2 => Of(links, score, new TokenizedPair(Words.Split(columns[0]), Words.Split(columns[1]))),
            _ => null,
        };
    }

    /// <summary>
    /// Whether a link leads to the end of the target sentence, as translators that see it as a word have it.
    /// </summary>
    public bool IsToEnd(Link link) => Tokens is null && link.Target == TargetLength;

    private static LinkColumns Of(string links, double? score, TokenizedPair tokens) =>
        new(links, score, tokens, tokens.Target.Count);

    /// <summary>Splits at bars between blanks; a score after the last links may stand behind a tab.</summary>
    private static List<string> SplitAtBars(string line)
    {
        List<string> columns = [];
        int start = 0;
        for (int index = 0; (index = line.IndexOf(Bars, index, StringComparison.Ordinal)) >= 0; index++)
        {
            int end = index + Bars.Length;
            if ((index == 0 || line[index - 1] is ' ' or '\t') && (end == line.Length || line[end] is ' ' or '\t'))
            {
                columns.Add(index > start ? line[start..index] : "");
                start = end;
            }
        }

        string last = line[start..];
        int tab = last.LastIndexOf('\t');
        if (tab >= 0 && ParseScore(last[tab..]) is not null)
        {
            columns.AddRange([last[..tab], last[tab..]]);
        }
        else
        {
            columns.Add(last);
        }

        return columns;
    }

    private static double? ParseScore(string column) =>
        double.TryParse(column.AsSpan().Trim(" \t"), NumberStyles.Float, CultureInfo.InvariantCulture, out double score)
        && double.IsFinite(score)
            ? score
            : null;

    private static bool IsNumber(string column)
    {
        ReadOnlySpan<char> digits = column.AsSpan().Trim(" \t");
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether each word begins like a link, such as <c>0-0</c>; a column without words does.</summary>
    private static bool LooksLikeLinks(string column) => Array.TrueForAll(Words.Split(column), word =>
    {
        int digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return (digits > 0 || word.StartsWith(PairNotation.NullWord, StringComparison.Ordinal)) && word.Length > digits;
    });
}
