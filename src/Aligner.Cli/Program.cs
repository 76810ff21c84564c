using System.CommandLine;
using System.Globalization;
using Aligner.Cli.Hosting;
using Aligner.Core.Files;

namespace Aligner.Cli;

/// <summary>Entry point: parses, reports usage errors, runs the command and turns exceptions into exit codes.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // Before anything else, so that no file is left however early a signal comes.
        using Interruption interruption = new();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.InvariantCulture;
        Messages messages = Messages.Plain;

        // Opened now: later, more files may be open than are allowed, and nobody could say so.
        _ = Console.Error;
        try
        {
            ParseResult parsed = CommandLine.Parse(args);
            if (CommandLine.Mistakes(parsed) is { Count: > 0 } mistakes)
            {
                foreach (string mistake in mistakes)
                {
                    messages.Error(mistake);
                }

                return ExitCode.Usage;
            }

            messages = Messages.For(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }, interruption.Token);
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, messages);
        }
        finally
        {
            // Work that was left behind goes on until the process ends.
            TemporaryPaths.Close();
        }
    }
}
