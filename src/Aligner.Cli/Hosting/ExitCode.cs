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

    /// <summary>Interrupted by SIGINT, SIGTERM or SIGHUP.</summary>
    public const int Interrupted = 130;

    /// <summary>Every code with its meaning, for help and man pages.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Success, "done; also when the reader of standard output closes the pipe"),
        (Failure, "a file could not be read or written, or a fault of the tool"),
        (Usage, "the command line is wrong"),
        (BadData, "the input breaks its format; the message names file and line"),
        (Interrupted, "interrupted (SIGINT, SIGTERM, SIGHUP)"),
    ];
}
