using System.Globalization;
using Aligner.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace Aligner.Core.Text;

/// <summary>The streams behind standard output and other descriptors that the process was started with.</summary>
internal static class StandardOutput
{
    private const int Output = 1;

    /// <summary>
    /// Opens what a path such as <c>/dev/stdout</c> or <c>/dev/fd/3</c> stands for, unbuffered; null for other paths.
    /// </summary>
    /// <remarks>Opened by its path, a file that the shell appends to would be written from its beginning.</remarks>
    public static Stream? TryOpen(string path)
    {
        int? descriptor = OperatingSystem.IsWindows() ? null : path switch
        {
            "/dev/stdout" => Output,
            "/dev/stderr" => 2,
            _ => Number(path, "/dev/fd/") ?? Number(path, "/proc/self/fd/"),
        };
        return descriptor switch
        {
            null => null,
            Output => Open(),
            int other when NativeFiles.IsClosed(other) => throw new IOException("no such descriptor"),
            int other => new FileStream(new SafeFileHandle(other, ownsHandle: false), FileAccess.Write, bufferSize: 0),
        };
    }

    /// <summary>Opens standard output, unbuffered.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        if (NativeFiles.IsClosed(Output))
        {
            throw new IOException("cannot write <stdout>: it is closed");
        }

        // The console's stream drops a closed pipe silently, so the producer would never end. A FileStream reports it,
        // but keeps its own offset in a regular file and would overwrite what a neighbor wrote to the same descriptor.
        FileStream stream = new(new SafeFileHandle(Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }

    private static int? Number(string path, string start) =>
        path.StartsWith(start, StringComparison.Ordinal)
        && int.TryParse(path.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;
}
