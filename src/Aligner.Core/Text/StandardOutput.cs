using Microsoft.Win32.SafeHandles;

namespace Aligner.Core.Text;

/// <summary>The stream behind standard output.</summary>
internal static class StandardOutput
{
    /// <summary>Opens standard output, unbuffered.</summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // The console's stream drops a closed pipe silently, so the producer would never end. A FileStream reports it,
        // but keeps its own offset in a regular file and would overwrite what a neighbor wrote to the same descriptor.
        FileStream stream = new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
