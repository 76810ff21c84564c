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
    /// <summary>A link; with gold: a sure one.</summary>
    public const char Link = '●';

    /// <summary>With gold: a possible link.</summary>
    public const char Possible = '◐';

    /// <summary>With gold: a link that is neither sure nor possible.</summary>
    public const char Wrong = '×';

    /// <summary>With gold: a sure link that is missing.</summary>
    public const char Missed = '○';

    private const char Nothing = '·';

    /// <summary>Draws the pair.</summary>
    /// <param name="pair">The tokens.</param>
    /// <param name="links">Their links.</param>
    /// <param name="gold">What is right, or null to draw all links alike.</param>
    /// <returns>The lines, without trailing blanks.</returns>
    /// <exception cref="ArgumentException">A link lies outside the pair.</exception>
    public static IReadOnlyList<string> Draw(TokenizedPair pair, Alignment links, GoldAlignment? gold = null)
    {
        RequireInside(pair, links, nameof(links));
        if (gold is not null)
        {
            RequireInside(pair, gold.Possible, nameof(gold));
        }

        IReadOnlyList<string>[] rows = [.. pair.Source.Select(TerminalText.Elements)];
        IReadOnlyList<string>[] columns = [.. pair.Target.Select(TerminalText.Elements)];
        int margin = rows.Select(WidthOf).DefaultIfEmpty(0).Max() + 1;
        List<string> lines = [.. Header(columns, margin)];
        StringBuilder line = new();
        for (int row = 0; row < rows.Length; row++)
        {
            line.Clear().AppendJoin(string.Empty, rows[row]).Append(' ', margin - WidthOf(rows[row]));
            for (int column = 0; column < columns.Length; column++)
            {
                line.Append(Mark(new Link(row, column), links, gold)).Append(' ');
            }

            lines.Add(line.ToString().TrimEnd());
        }

        return lines;
    }

    private static IEnumerable<string> Header(IReadOnlyList<string>[] columns, int margin)
    {
        int height = columns.Select(column => column.Count).DefaultIfEmpty(0).Max();
        for (int level = height; level > 0; level--)
        {
            StringBuilder line = new StringBuilder().Append(' ', margin);
            foreach (IReadOnlyList<string> column in columns)
            {
                string element = column.Count >= level ? column[^level] : " ";
                line.Append(element).Append(' ', 2 - TerminalText.Width(element));
            }

            yield return line.ToString().TrimEnd();
        }
    }

    private static char Mark(Link link, Alignment links, GoldAlignment? gold) => (links.Contains(link), gold) switch
    {
        (true, null) => Link,
        (true, _) when gold.Sure.Contains(link) => Link,
        (true, _) => gold.Possible.Contains(link) ? Possible : Wrong,
        (false, not null) when gold.Sure.Contains(link) => Missed,
        _ => Nothing,
    };

    private static int WidthOf(IReadOnlyList<string> elements) => elements.Sum(TerminalText.Width);

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
