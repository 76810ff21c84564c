using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Aligner.Core.Files;

/// <summary>The process that a temporary file belongs to, as the name of the file says it.</summary>
/// <param name="Machine">Six digits that stand for the name of the machine.</param>
/// <param name="Boot">Six digits that stand for its last start and for the space in which processes are
/// numbered.</param>
/// <param name="Process">The number of the process.</param>
internal readonly partial record struct TemporaryOwner(string Machine, string Boot, int Process)
{
    /// <summary>This process.</summary>
    public static TemporaryOwner Current { get; } = new(
        Digits(Environment.MachineName), Digits(BootId() + ProcessSpace()), Environment.ProcessId);

    /// <summary>The owner that the end of a name tells; null if the name is of another kind.</summary>
    public static TemporaryOwner? Parse(ReadOnlySpan<char> end) =>
        Pattern().Match(end.ToString()) is { Success: true } match
        && int.TryParse(match.Groups["process"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int id)
            ? new TemporaryOwner(match.Groups["machine"].Value, match.Groups["boot"].Value, id)
            : null;

    /// <summary>A new end of a name that tells this owner.</summary>
    public string NewEnd() => string.Create(
        CultureInfo.InvariantCulture, $"{Machine}{Boot}-{Process}-{Path.GetRandomFileName()[..4]}");

    /// <summary>
    /// Whether the process is surely gone. Of another machine, which may share the folder, nothing is known.
    /// </summary>
    /// <param name="path">The temporary file or folder.</param>
    public bool IsDead(string path)
    {
        if (Machine != Current.Machine)
        {
            return false;
        }

        return Boot == Current.Boot
            ? Process == Current.Process || !IsRunning(Process)
            : File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddMilliseconds(-Environment.TickCount64);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using Process process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string BootId()
    {
        try
        {
            return File.ReadAllText("/proc/sys/kernel/random/boot_id");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    // Containers count their processes anew.
    private static string ProcessSpace()
    {
        try
        {
            return new FileInfo("/proc/self/ns/pid").LinkTarget ?? string.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static string Digits(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6];

    [GeneratedRegex("^(?<machine>[0-9a-f]{6})(?<boot>[0-9a-f]{6})-(?<process>[0-9]+)-[0-9a-z]{4}$")]
    private static partial Regex Pattern();
}
