using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Commands;
using Aligner.Cli.Hosting;

namespace Aligner.Cli;

/// <summary>Entry point: parses, reports usage errors, runs the command and turns exceptions into exit codes.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.InvariantCulture;

        // Without a replacer, @file is an ordinary argument.
        ParseResult parsed = new AlignerCommand().Parse(
            args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        Messages messages = Messages.For(parsed);
        IReadOnlyList<string> mistakes = UsageErrors.Find(parsed);
        if (mistakes.Count > 0)
        {
            foreach (string mistake in mistakes)
            {
                messages.Error(mistake);
            }

            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = ToolCommand.LongestGrace,
            });
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, messages);
        }
    }
}
