using System.CommandLine;
using Aligner.Cli.Commands;
using Aligner.Cli.Hosting;

namespace Aligner.Cli;

/// <summary>From arguments to a command that can run, without running it.</summary>
internal static class CommandLine
{
    // Without a replacer, @file is an ordinary argument.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <summary>Reads the arguments, right or wrong.</summary>
    public static ParseResult Parse(IReadOnlyList<string> arguments) =>
        new AlignerCommand().Parse(arguments, Configuration);

    /// <summary>What is wrong with the arguments, in two lines at most; empty if the command can run.</summary>
    public static IReadOnlyList<string> Mistakes(ParseResult parsed) =>
        UsageErrors.Find(parsed) is { } mistake ? [mistake, UsageErrors.Advice(parsed.CommandResult)] : [];
}
