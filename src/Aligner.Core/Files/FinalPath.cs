namespace Aligner.Core.Files;

/// <summary>Where a path leads when every symbolic link on it is followed.</summary>
public static class FinalPath
{
    /// <summary>As many links as Linux follows before it takes them for a circle.</summary>
    private const int MaxLinks = 40;

    /// <summary>
    /// Follows all links, also those of folders and one to a file that is yet to be made. A relative link is followed
    /// from its own folder, and <c>..</c> leads out of the folder that a link names, as the system has it.
    /// </summary>
    /// <param name="path">A path; a relative one starts from the current folder.</param>
    /// <returns>A rooted path without links; the file may not exist.</returns>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        // Path.GetFullPath and whatever calls it take 'link/..' for the folder of the link.
        string start = OperatingSystem.IsWindows()
            ? Path.GetFullPath(path)
            : Path.Combine(Environment.CurrentDirectory, path);
        string current = Path.GetPathRoot(start)!;
        Stack<string> rest = new();
        Push(rest, start[current.Length..]);
        for (int links = 0; rest.TryPop(out string? name);)
        {
            string next = Path.Combine(current, name);
            if (name == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
            }
            else if (name != "." && TargetOf(next) is { } target)
            {
                if (++links > MaxLinks)
                {
                    throw new IOException($"{path}: its symbolic links lead in a circle");
                }

                string root = Path.GetPathRoot(target)!;
                current = root.Length > 0 ? root : current;
                Push(rest, target[root.Length..]);
            }
            else if (name != ".")
            {
                current = next;
            }
        }

        return current;
    }

    private static string? TargetOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever opens the file learns why.
            return null;
        }
    }

    private static void Push(Stack<string> rest, string path)
    {
        string[] names = path.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Reverse())
        {
            rest.Push(name);
        }
    }
}
