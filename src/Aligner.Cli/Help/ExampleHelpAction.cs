using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Aligner.Cli.Hosting;

namespace Aligner.Cli.Help;

/// <summary>The parser's own help, followed by examples.</summary>
internal sealed class ExampleHelpAction : SynchronousCommandLineAction
{
    private const int RedirectedWidth = 100;

    private readonly HelpAction _help;

    /// <param name="help">The help to extend.</param>
    public ExampleHelpAction(HelpAction help)
    {
        _help = help;
        if (Console.IsOutputRedirected)
        {
            _help.MaxWidth = RedirectedWidth;
        }
    }

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = _help.Invoke(parseResult);
        IReadOnlyList<Example> examples = parseResult.CommandResult.Command switch
        {
            IExamples command => command.Examples,
            _ => [],
        };
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (Example example in examples)
        {
            output.WriteLine($"  # {example.Explanation}");
            output.WriteLine($"  {example.CommandLine}");
        }

        return exitCode;
    }
}
