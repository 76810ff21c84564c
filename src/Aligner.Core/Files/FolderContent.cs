namespace Aligner.Core.Files;

/// <summary>What a folder takes over from the one that it replaces.</summary>
internal static class FolderContent
{
    /// <summary>
    /// Gives files of the new folder the permissions of those of the same names, and adds those that only the old one
    /// has.
    /// </summary>
    /// <param name="old">The folder to be replaced; it stays as it is.</param>
    /// <param name="replacement">The new one.</param>
    /// <param name="replaced">Names that are not taken over.</param>
    public static void Inherit(string old, string replacement, IReadOnlySet<string> replaced)
    {
        foreach (string path in Entries(old))
        {
            string name = Path.GetFileName(path), target = Path.Combine(replacement, name);
            if (File.Exists(target))
            {
                CopyMode(path, target);
            }
            else if (!replaced.Contains(name))
            {
                Add(path, target);
            }
        }
    }

    private static string[] Entries(string folder) => Directory.GetFileSystemEntries(
        folder, "*", new EnumerationOptions { AttributesToSkip = FileAttributes.None });

    // A second name costs nothing, whatever the file is, and leaves the old folder as it was.
    private static void Add(string path, string target)
    {
        if (new FileInfo(path).LinkTarget is { } link)
        {
            File.CreateSymbolicLink(target, link);
        }
        else if (Directory.Exists(path))
        {
            Directory.CreateDirectory(target);
            foreach (string inner in Entries(path))
            {
                Add(inner, Path.Combine(target, Path.GetFileName(inner)));
            }

            CopyMode(path, target);
        }
        else if (!NativeFiles.TryLink(path, target))
        {
            RegularFile.Copy(path, target);
            CopyMode(path, target);
        }
    }

    private static void CopyMode(string path, string target)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(target, File.GetUnixFileMode(path));
        }
    }
}
