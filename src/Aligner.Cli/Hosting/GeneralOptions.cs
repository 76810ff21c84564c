using System.CommandLine;

namespace Aligner.Cli.Hosting;

/// <summary>The options that every command has.</summary>
internal static class GeneralOptions
{
    /// <summary><c>-q</c>: errors only.</summary>
    public static Option<bool> Quiet { get; } =
        new("--quiet", "-q") { Description = "Print errors only: no warnings, no progress", Recursive = true };

    /// <summary><c>-v</c>: settings, counts and stack traces.</summary>
    public static Option<bool> Verbose { get; } =
        new("--verbose", "-v") { Description = "Print settings and counts to standard error", Recursive = true };
}
