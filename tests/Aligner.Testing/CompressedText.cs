using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Aligner.Testing;

/// <summary>Reads corpora that are compressed by xz.</summary>
public static class CompressedText
{
    /// <summary>
    /// The lines of a <c>.xz</c> file; without the program xz, the test that asks is skipped, visibly.
    /// </summary>
    public static IEnumerable<string> ReadLines(string path)
    {
        using Process xz = Start(path);
        while (xz.StandardOutput.ReadLine() is string line)
        {
            yield return line;
        }
    }

    private static Process Start(string path)
    {
        ProcessStartInfo start = new("xz", ["-dc", path])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("the program xz is missing");
            throw;
        }
    }
}
