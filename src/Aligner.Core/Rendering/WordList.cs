using Aligner.Core.Alignments;

namespace Aligner.Core.Rendering;

/// <summary>
/// A sentence pair as a list: a line for each source word with the target words that it is linked with, and at the end
/// the target words without a link.
/// </summary>
internal static class WordList
{
    private const string Arrow = "→ ";
    private const int ArrowWidth = 2;

    /// <summary>Draws the pair; longer lines than the width are continued below.</summary>
    /// <param name="rows">The source words.</param>
    /// <param name="columns">The target words.</param>
    /// <param name="systems">The links of each system.</param>
    /// <param name="gold">What is right, or null if that is not known; missed links are listed too.</param>
    /// <param name="options">The width, and how marks are printed.</param>
    public static IReadOnlyList<string> Draw(
        IReadOnlyList<DrawnWord> rows,
        IReadOnlyList<DrawnWord> columns,
        IReadOnlyList<Alignment> systems,
        GoldAlignment? gold,
        GridOptions options)
    {
        Alignment shown = systems.Aggregate(gold?.Sure ?? Alignment.Empty, (all, links) => all.Union(links));
        ILookup<int, int> targets = shown.ToLookup(link => link.Source, link => link.Target);
        int margin = TextGrid.MarginOf(rows);
        List<string> lines = [];
        for (int row = 0; row < rows.Count; row++)
        {
            IEnumerable<(string, int)> linked = targets[row].Select(column => (
                $"{TextGrid.Marks(new Link(row, column), systems, gold, options)} {columns[column]}",
                systems.Count + 1 + columns[column].Width));
            lines.AddRange(Wrap(rows[row].PadTo(margin), margin, linked, options.Width));
        }

        HashSet<int> isLinked = [.. shown.Select(link => link.Target)];
        (string, int)[] unlinked =
        [
            .. columns.Where((_, column) => !isLinked.Contains(column)).Select(word => (word.ToString(), word.Width)),
        ];
        return unlinked.Length == 0
            ? lines
            : [.. lines, .. Wrap("·".PadRight(margin), margin, unlinked, options.Width)];
    }

    private static IEnumerable<string> Wrap(
        string head, int margin, IEnumerable<(string Text, int Width)> entries, int? width)
    {
        const string Between = "  ";
        string line = head + Arrow;
        int used = margin + ArrowWidth;
        bool isEmpty = true;
        foreach ((string text, int columns) in entries)
        {
            if (!isEmpty && used + Between.Length + columns > width)
            {
                yield return line;
                (line, used, isEmpty) = (new string(' ', margin + ArrowWidth), margin + ArrowWidth, true);
            }

            line += isEmpty ? text : Between + text;
            used += columns + (isEmpty ? 0 : Between.Length);
            isEmpty = false;
        }

        yield return line.TrimEnd(' ');
    }
}
