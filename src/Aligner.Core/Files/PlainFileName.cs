using System.Buffers;

namespace Aligner.Core.Files;

/// <summary>
/// Names that a file gives to the files beside it. Such a name must not lead out of the folder on any system, whoever
/// wrote it.
/// </summary>
public static class PlainFileName
{
    // A colon parts the drive and the stream on Windows.
    private static readonly SearchValues<char> Separators = SearchValues.Create("/\\:");

    private static readonly string[] WindowsDevices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>
    /// Whether a name is that of a file in the folder itself: not empty, <c>.</c> or <c>..</c>, without separators,
    /// colons and control characters, and none that Windows takes for another name or a device.
    /// </summary>
    public static bool IsPlain(string name) =>
        name.Length > 0
        && name.AsSpan().IndexOfAny(Separators) < 0
        && !name.Any(char.IsControl)
        && name[^1] is not ('.' or ' ')
        && !IsWindowsDevice(name.AsSpan());

    /// <summary>Refuses a name that is not plain.</summary>
    /// <param name="name">The name.</param>
    /// <param name="file">The file that gives it, for the message.</param>
    /// <returns>The name.</returns>
    /// <exception cref="DataException">It is not plain.</exception>
    public static string Require(string name, string file) =>
        IsPlain(name) ? name : throw new DataException($"{file}: {Excerpt.Quote(name)} is no plain file name");

    // With any extension, and COM and LPT with a digit.
    private static bool IsWindowsDevice(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> stem = name.IndexOf('.') is >= 0 and int dot ? name[..dot] : name;
        ReadOnlySpan<char> device = stem.Length == 4 && char.IsAsciiDigit(stem[3]) ? stem[..3] : stem;
        foreach (string known in WindowsDevices)
        {
            if (device.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
