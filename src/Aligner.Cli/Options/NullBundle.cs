using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Formats;
using Aligner.Core.Text;

namespace Aligner.Cli.Options;

/// <summary><c>--nulls FILE --null-spans N</c>: where the words without a link go.</summary>
internal sealed class NullBundle
{
    private readonly Option<int?> _spans = OptionFactory.OptionalInteger(
        "--null-spans", "With --nulls: write runs of at least N words without a link, each as one span", 1,
        absent: "each word by itself");

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public NullBundle(ToolCommand command)
    {
        command.Add(Headings.Output, File, _spans);
        command.AddCheck(result => result.GetValue(_spans) is not null && result.GetValue(File) is null
            ? $"{_spans.Name} needs {File.Name}"
            : null);
        File.Validators.Add(result => OptionFactory.RefuseStandardInput(File.Name, result));
    }

    /// <summary>The path; absent by default.</summary>
    public Option<string?> File { get; } = OptionFactory.Path(
        "--nulls", "Write the words without a link to FILE, each with the probability that it has none");

    /// <summary>Whether they are asked for.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(File) is not null;

    /// <summary>Opens the file, which the caller commits; null if it is not asked for.</summary>
    /// <exception cref="IOException">It exists and must not be replaced, or cannot be written.</exception>
    public TextOutput? Open(ParseResult parsed, CommandContext context, bool overwrites) =>
        parsed.GetValue(File) is { } path ? context.Own(TextOutput.Create(path, overwrites)) : null;

    /// <summary>Writes to the file that <see cref="Open"/> gave.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">The file.</param>
    /// <param name="format">How the words are counted.</param>
    public NullWordWriter Writer(ParseResult parsed, TextOutput output, FormatOptions format) =>
        new(output, format, parsed.GetValue(_spans));
}
