namespace Aligner.Cli.Hosting;

/// <summary>What the process returns; scripts depend on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>Done; also when the reader of standard output went away.</summary>
    public const int Success = 0;

    /// <summary>The run failed: a file could not be read or written, or a fault of the tool itself.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The input breaks its format (EX_DATAERR of sysexits.h).</summary>
    public const int BadData = 65;

    /// <summary>Interrupted by SIGINT or SIGTERM.</summary>
    public const int Interrupted = 130;
}
