using Aligner.Cli.Hosting;
using Aligner.Core.Text;

namespace Aligner.Cli.Fitting;

/// <summary>A folder with a file for each group of texts; if nothing is written, it is left as it was.</summary>
internal sealed class HeldOutFolder : IDisposable
{
    private readonly string? _made;

    private HeldOutFolder(string? made) => _made = made;

    /// <summary>Opens the files <c>GROUP.json</c>; to be called before the work begins.</summary>
    /// <param name="path">The folder, which is made if it does not exist.</param>
    /// <param name="groups">Plain names.</param>
    /// <param name="overwrite">Whether files may be replaced.</param>
    /// <param name="context">Removes files that are not committed.</param>
    /// <exception cref="IOException">A file exists without <c>--overwrite</c>, or cannot be written.</exception>
    public static TextOutput[] Open(
        string path, IReadOnlyList<string> groups, bool overwrite, CommandContext context)
    {
        bool exists = Directory.Exists(path);
        if (!exists && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            throw new IOException($"cannot write {path}: no such folder");
        }

        Directory.CreateDirectory(path);
        HeldOutFolder folder = new(exists ? null : path);
        try
        {
            return [.. groups.Select(group =>
                context.Own(TextOutput.Create(Path.Combine(path, $"{group}.json"), overwrite)))];
        }
        finally
        {
            context.Own(folder); // after the files in it, so that it is closed after them
        }
    }

    /// <summary>Removes a folder that was made for nothing.</summary>
    public void Dispose()
    {
        if (_made is not null && Directory.Exists(_made) && !Directory.EnumerateFileSystemEntries(_made).Any())
        {
            Directory.Delete(_made);
        }
    }
}
