using System.Text;

namespace Aligner.Core.Files;

/// <summary>
/// The temporary files and folders beside outputs that are being written. Whatever ends the process, they go: it
/// removes
/// them itself if it can, and else the next process that writes the same output does.
/// </summary>
public static class TemporaryPaths
{
    /// <summary>What file systems take for a name, in bytes.</summary>
    private const int MaxName = 255;

    private static readonly EnumerationOptions EveryEntry = new() { AttributesToSkip = FileAttributes.None };
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static bool _isClosed;

    /// <summary>A new path in the folder of an output; what dead processes left there for that output is
    /// removed.</summary>
    /// <param name="target">The output, a full path.</param>
    /// <exception cref="OperationCanceledException">The process is ending.</exception>
    public static string Beside(string target)
    {
        string folder = Path.GetDirectoryName(target) ?? target, start = Start(Path.GetFileName(target));
        lock (Gate)
        {
            RequireOpen();
            Sweep(folder, start);
            string path = Path.Combine(folder, start + TemporaryOwner.Current.NewEnd());
            Own.Add(path);
            return path;
        }
    }

    /// <summary>Gives the output its name, or whatever else makes it last, unless the process is ending.</summary>
    /// <param name="path">What is temporary no more.</param>
    /// <param name="rename">The step that cannot be undone.</param>
    /// <exception cref="OperationCanceledException">The process is ending.</exception>
    public static void Commit(string path, Action rename)
    {
        lock (Gate)
        {
            RequireOpen();
            rename();
            Remove(path);
        }
    }

    /// <summary>Removes a temporary file or folder, if it is there.</summary>
    public static void Remove(string path)
    {
        lock (Gate)
        {
            Delete(path);
            Own.Remove(path);
        }
    }

    /// <summary>
    /// Removes all that is left. The process is about to end: work that goes on meanwhile can neither finish an output
    /// nor begin one.
    /// </summary>
    public static void Close()
    {
        lock (Gate)
        {
            _isClosed = true;
            foreach (string path in Own)
            {
                Delete(path);
            }

            Own.Clear();
        }
    }

    private static void RequireOpen()
    {
        if (_isClosed)
        {
            throw new OperationCanceledException("the process is ending");
        }
    }

    private static void Sweep(string folder, string start)
    {
        try
        {
            string[] paths = [.. Directory.EnumerateFileSystemEntries(folder, "*", EveryEntry)
                .Where(path => Path.GetFileName(path.AsSpan()).StartsWith(start) && !Own.Contains(path))];
            foreach (string path in paths)
            {
                if (TemporaryOwner.Parse(Path.GetFileName(path.AsSpan())[start.Length..])?.IsDead(path) == true)
                {
                    Delete(path);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Whoever makes the file learns what is wrong with the folder.
        }
    }

    private static void Delete(string path)
    {
        // A thread that still writes can add a file to a folder that is being emptied.
        for (int attempt = 0; attempt < 5; attempt++)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }

                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(attempt);
            }
        }
    }

    // A long name leaves no room for the owner; one that is too long is left to fail at once.
    private static string Start(string name)
    {
        int length = Encoding.UTF8.GetByteCount(name);
        return length + 32 > MaxName && length <= MaxName
            ? $".{string.Concat(name.EnumerateRunes().Take(40))}~."
            : $".{name}.";
    }
}
