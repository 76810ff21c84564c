namespace Aligner.Cli.Inputs;

/// <summary>
/// The files that the threads of MGIZA write: <c>NAME.part000</c>, <c>NAME.part001</c>, …, which together are what
/// GIZA++ writes to <c>NAME</c>.
/// </summary>
internal static class NumberedParts
{
    /// <summary>The parts of a file that is in parts, else the file itself.</summary>
    public static IReadOnlyList<string> Of(string path)
    {
        if (path == "-" || File.Exists(path))
        {
            return [path];
        }

        string? folder = Path.GetDirectoryName(path);
        string[] parts = Directory.Exists(folder is { Length: > 0 } ? folder : ".")
            ? [.. Directory.GetFiles(folder is { Length: > 0 } ? folder : ".", Path.GetFileName(path) + ".part*")
                .Where(IsPart)
                .Order(StringComparer.Ordinal)]
            : [];
        return parts.Length > 0 ? parts : [path];
    }

    private static bool IsPart(string part) => Path.GetExtension(part)[".part".Length..].All(char.IsAsciiDigit);
}
