using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Rendering;

namespace Aligner.Cli.Options;

/// <summary><c>--width N --color WHEN</c>: how text is fitted to the terminal.</summary>
internal sealed class TerminalBundle
{
    private const string Auto = "auto", Always = "always", Never = "never";

    private readonly Option<int?> _width = OptionFactory.OptionalInteger(
        "--width",
        "Fit lines into N columns: wide pairs are split or listed, long words cut",
        GridOptions.LeastWidth,
        absent: "that of the terminal; in a file or pipe, as wide as pairs are");

    private readonly Option<string> _color = OptionFactory.DescribedChoice(
        "--color",
        "When to use color",
        Auto,
        [(Auto, "on a terminal, unless NO_COLOR is set or TERM is dumb"), (Always, "ever"), (Never, "never")]);

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public TerminalBundle(ToolCommand command) => command.Add(Headings.Output, _width, _color);

    /// <summary>How pairs are drawn.</summary>
    public GridOptions Grid(ParseResult parsed)
    {
        bool isColored = parsed.GetValue(_color) switch
        {
            Always => true,
            Never => false,
            _ => TerminalColor.IsWanted(Console.IsOutputRedirected),
        };
        GridOptions options = new() { Width = parsed.GetValue(_width) ?? TerminalWidth() };
        return isColored ? options with { Style = TerminalColor.Paint } : options;
    }

    private static int? TerminalWidth() =>
        Console.IsOutputRedirected ? null : Math.Max(GridOptions.LeastWidth, Console.WindowWidth);
}
