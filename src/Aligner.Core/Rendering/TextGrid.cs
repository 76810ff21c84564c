using System.Text;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Core.Rendering;

/// <summary>
/// A sentence pair as a grid of text: a row for each source token, a column for each target token, the target tokens
/// written downwards above their columns.
/// </summary>
public static class TextGrid
{
    /// <summary>More bands than this are harder to read than a list of words.</summary>
    private const int MostBands = 3;

    /// <summary>A word takes at most this share of the width.</summary>
    private const int WordsInWidth = 3;

    /// <summary>Draws the pair in lines of any length.</summary>
    /// <param name="pair">The tokens.</param>
    /// <param name="links">Their links.</param>
    /// <param name="gold">What is right, or null to draw all links alike.</param>
    /// <returns>The lines, without trailing blanks.</returns>
    /// <exception cref="ArgumentException">A link lies outside the pair.</exception>
    public static IReadOnlyList<string> Draw(TokenizedPair pair, Alignment links, GoldAlignment? gold) =>
        Draw(pair, [links], gold, new GridOptions());

    /// <summary>
    /// Draws the pair with the links of one or more systems, whose marks stand side by side. A pair that is wider than
    /// the lines may be is drawn in up to three bands of target tokens, and beyond that as a list: each source token
    /// with the target tokens that it is linked with (<see cref="WordList"/>).
    /// </summary>
    /// <param name="pair">The tokens.</param>
    /// <param name="systems">The links of each system.</param>
    /// <param name="gold">What is right, or null to draw all links alike.</param>
    /// <param name="options">The width, and how marks are printed.</param>
    /// <returns>The lines, without trailing blanks; bands are divided by an empty line.</returns>
    /// <exception cref="ArgumentException">A link lies outside the pair, or there is no system.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IReadOnlyList<string> Draw(
        TokenizedPair pair, IReadOnlyList<Alignment> systems, GoldAlignment? gold, GridOptions options)
    {
        Check(pair, systems, gold);
        options.Validate();
        int? most = options.Width / WordsInWidth;
        DrawnWord[] rows = [.. pair.Source.Select(word => DrawnWord.Of(word, most))];
        DrawnWord[] columns = [.. pair.Target.Select(word => DrawnWord.Of(word, most))];
        int margin = MarginOf(rows);
        int cell = systems.Count + 1;
        int fitting = options.Width is { } width ? (width - margin) / cell : columns.Length;
        if (columns.Length > MostBands * fitting)
        {
            return WordList.Draw(rows, columns, systems, gold, options);
        }

        List<string> lines = [];
        int first = 0;
        do
        {
            if (first > 0)
            {
                lines.Add(string.Empty);
            }

            Range band = first..Math.Min(first + fitting, columns.Length);
            lines.AddRange(Header(columns[band], margin, cell));
            lines.AddRange(rows.Select((word, row) =>
                TrimEnd(word.PadTo(margin) + Marks(row, band, columns.Length, systems, gold, options))));
            first += fitting;
        }
        while (first < columns.Length);

        return lines;
    }

    /// <summary>The columns before the marks.</summary>
    internal static int MarginOf(IReadOnlyList<DrawnWord> rows) =>
        rows.Select(word => word.Width).DefaultIfEmpty(0).Max() + 1;

    /// <summary>The marks of all systems for two words, side by side.</summary>
    internal static string Marks(
        Link link, IReadOnlyList<Alignment> systems, GoldAlignment? gold, GridOptions options) =>
        string.Concat(systems.Select(links => options.Style(LinkMarks.Of(link, links, gold))));

    private static IEnumerable<string> Header(DrawnWord[] columns, int margin, int cell)
    {
        int height = columns.Select(column => column.Elements.Count).DefaultIfEmpty(0).Max();
        for (int level = height; level > 0; level--)
        {
            StringBuilder line = new StringBuilder().Append(' ', margin);
            foreach (DrawnWord column in columns)
            {
                string element = column.Elements.Count >= level ? column.Elements[^level] : " ";
                line.Append(element).Append(' ', cell - TerminalText.Width(element));
            }

            yield return TrimEnd(line.ToString());
        }
    }

    private static string Marks(
        int row,
        Range band,
        int length,
        IReadOnlyList<Alignment> systems,
        GoldAlignment? gold,
        GridOptions options)
    {
        (int first, int count) = band.GetOffsetAndLength(length);
        return string.Join(' ', Enumerable.Range(first, count)
            .Select(column => Marks(new Link(row, column), systems, gold, options)));
    }

    private static string TrimEnd(string line) => line.TrimEnd(' ');

    private static void Check(TokenizedPair pair, IReadOnlyList<Alignment> systems, GoldAlignment? gold)
    {
        if (systems.Count == 0)
        {
            throw new ArgumentException("there is no system", nameof(systems));
        }

        foreach (Alignment links in systems)
        {
            RequireInside(pair, links, nameof(systems));
        }

        if (gold is not null)
        {
            RequireInside(pair, gold.Possible, nameof(gold));
        }
    }

    private static void RequireInside(TokenizedPair pair, Alignment links, string name)
    {
        foreach (Link link in links)
        {
            if (link.Source >= pair.Source.Count || link.Target >= pair.Target.Count)
            {
                throw new ArgumentException(
                    $"link {link} lies outside a pair of {pair.Source.Count} and {pair.Target.Count} tokens", name);
            }
        }
    }
}
