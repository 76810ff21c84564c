using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary><c>-o FILE --overwrite</c>: where the data goes.</summary>
internal sealed class OutputBundle
{
    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Replace the output file if it exists" };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public OutputBundle(ToolCommand command)
    {
        command.Add(Headings.Output, File, _overwrite);
    }

    /// <summary>The path; absent or <c>-</c> is standard output.</summary>
    public Option<string?> File { get; } =
        OptionFactory.Path(
            "--output", "Write to FILE instead of standard output; compressed if it ends in .gz or .zst", "-o");

    /// <summary>Refuses a second output of <paramref name="command"/> that is the same file.</summary>
    public void KeepApart(ToolCommand command, Option<string?> second) => command.AddCheck(result =>
        result.GetValue(second) is { Length: > 0 } path
        && result.GetValue(File) is { Length: > 0 } output
        && Path.GetFullPath(path) == Path.GetFullPath(output)
            ? $"{second.Name} and {File.Name} name the same file"
            : null);

    /// <summary>Whether files that exist may be replaced.</summary>
    public bool Overwrites(ParseResult parsed) => parsed.GetValue(_overwrite);

    /// <summary>Whether the data appears on the terminal.</summary>
    public bool IsTerminal(ParseResult parsed) =>
        parsed.GetValue(File) is null or "-" && !Console.IsOutputRedirected;

    /// <summary>Opens the output. The caller commits it; the context removes it if that does not happen.</summary>
    /// <exception cref="IOException">It exists without <c>--overwrite</c>, or cannot be written.</exception>
    public TextOutput Open(ParseResult parsed, CommandContext context) =>
        context.Own(TextOutput.Create(parsed.GetValue(File), parsed.GetValue(_overwrite)));

    /// <summary>The same for bytes, which a terminal does not show.</summary>
    /// <exception cref="UsageException">The output is a terminal.</exception>
    /// <inheritdoc cref="Open" path="/exception" />
    public OutputStream OpenBinary(ParseResult parsed, CommandContext context)
    {
        return IsTerminal(parsed)
            ? throw new UsageException("the output is no text: send it to a file, not to the terminal")
            : context.Own(OutputStream.Create(parsed.GetValue(File), parsed.GetValue(_overwrite)));
    }
}
