namespace Aligner.Cli.Tests;

/// <summary>A theory that watches the calls of a process by strace; skipped, visibly, where there is none.</summary>
public sealed class TracedTheoryAttribute : TheoryAttribute
{
    public TracedTheoryAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "strace"))))
        {
            Skip = "strace is not installed";
        }
    }
}
