using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core;

namespace Aligner.Cli.Options;

/// <summary><c>--on-error NAME</c>: what a line that breaks its format does.</summary>
internal sealed class ErrorBundle
{
    private const string Stop = "stop", Skip = "skip";

    private readonly Option<string> _onError = OptionFactory.DescribedChoice(
        "--on-error",
        "What a line that breaks its format does",
        Stop,
        [
            (Stop, "it ends the run with exit code 65; the message names file and line"),
            (Skip, "it counts as an empty line; a warning at the end counts such lines"),
        ]);

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public ErrorBundle(ToolCommand command)
    {
        command.Add(Headings.Input, _onError);
    }

    /// <summary>What to tell of a broken line; null if it ends the run.</summary>
    public Action<BrokenLineException>? Skipped(ParseResult parsed, CommandContext context) =>
        parsed.GetValue(_onError) == Skip ? context.Skipped.Add : null;
}
