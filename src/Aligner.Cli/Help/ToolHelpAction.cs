using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>Prints the help of a command: the essentials for <c>-h</c>, everything for <c>--help</c>.</summary>
internal sealed class ToolHelpAction : SynchronousCommandLineAction
{
    private const string FullName = "--help";
    private const int LeastWidth = 60;
    private const int RedirectedWidth = 80;
    private const int GreatestWidth = 100;

    /// <summary>The columns that help may have.</summary>
    public static int Width => Console.IsOutputRedirected || Console.WindowWidth <= 0
        ? RedirectedWidth
        : Math.Clamp(Console.WindowWidth, LeastWidth, GreatestWidth);

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        HelpText text = new(new HelpPage(PathOf(parseResult.CommandResult)), Width);
        bool isFull = parseResult.Tokens.Any(token => token.Value == FullName);
        foreach (string line in isFull ? text.Full() : text.Brief())
        {
            parseResult.InvocationConfiguration.Output.WriteLine(line);
        }

        return ExitCode.Success;
    }

    private static IReadOnlyList<Command> PathOf(CommandResult result) => result.Parent is CommandResult parent
        ? [.. PathOf(parent), result.Command]
        : [result.Command];
}
