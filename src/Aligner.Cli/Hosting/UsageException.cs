namespace Aligner.Cli.Hosting;

/// <summary>Options that are valid alone but not together. Ends the run with <see cref="ExitCode.Usage"/>.</summary>
internal sealed class UsageException(string message) : Exception(message);
