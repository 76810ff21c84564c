using System.CommandLine;
using Aligner.Cli.Commands;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary><c>-o FILE --overwrite</c>: where the data goes.</summary>
internal sealed class OutputBundle
{
    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Replace the output file if it exists" };

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public OutputBundle(Command command)
    {
        command.Add(File);
        command.Add(_overwrite);
    }

    /// <summary>The path; absent or <c>-</c> is standard output.</summary>
    public Option<string?> File { get; } =
        OptionFactory.Path("--output", "Write to FILE (gzip if it ends in .gz) instead of standard output", "-o");

    /// <summary>Whether an existing file may be replaced.</summary>
    public bool MayOverwrite(ParseResult parsed) => parsed.GetValue(_overwrite);

    /// <summary>Opens the output. The caller commits it; the context removes it if that does not happen.</summary>
    /// <exception cref="IOException">It exists without <c>--overwrite</c>, or cannot be written.</exception>
    public TextOutput Open(ParseResult parsed, CommandContext context) =>
        context.Own(TextOutput.Create(parsed.GetValue(File), MayOverwrite(parsed)));
}
