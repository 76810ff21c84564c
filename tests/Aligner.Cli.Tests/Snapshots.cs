using System.Runtime.CompilerServices;
using Snapshooter.Xunit3;

namespace Aligner.Cli.Tests;

/// <summary>
/// Compares what the tool prints with the files in the folders <c>__snapshots__</c> beside the tests. To accept a
/// change, delete the file, run the test and read what it wrote.
/// </summary>
internal static class Snapshots
{
    /// <summary>Where <c>CI</c> is set, a missing file fails the test instead of being written.</summary>
    [ModuleInitializer]
    internal static void RequireFiles()
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
        {
            Environment.SetEnvironmentVariable("SNAPSHOOTER_STRICT_MODE", "on");
        }
    }

    /// <summary>Fails the test unless the text is that of the file <c>name.snap</c>.</summary>
    public static void ShouldMatchSnapshot(this string text, string name) => Snapshot.Match(text, name);
}
