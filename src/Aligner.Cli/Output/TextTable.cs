using System.Text;
using Aligner.Core.Rendering;

namespace Aligner.Cli.Output;

/// <summary>A table of plain text: the first column to the left, the others to the right, two blanks between.</summary>
/// <param name="header">The names of the columns.</param>
internal sealed class TextTable(params string[] header)
{
    private readonly List<string[]> _rows = [header];

    /// <summary>Adds a row with a cell for each column.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>The lines, header first, without trailing blanks.</summary>
    public IEnumerable<string> Lines()
    {
        int[] widths = [.. header.Select((_, column) => _rows.Max(row => Width(row[column])))];
        foreach (string[] row in _rows)
        {
            StringBuilder line = new();
            for (int column = 0; column < row.Length; column++)
            {
                int padding = widths[column] - Width(row[column]);
                line.Append(column == 0 ? string.Empty : "  ")
                    .Append(' ', column == 0 ? 0 : padding)
                    .Append(row[column])
                    .Append(' ', column == 0 ? padding : 0);
            }

            yield return line.ToString().TrimEnd();
        }
    }

    private static int Width(string cell) => TerminalText.Elements(cell).Sum(TerminalText.Width);
}
