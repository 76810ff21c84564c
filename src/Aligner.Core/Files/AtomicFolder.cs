namespace Aligner.Core.Files;

/// <summary>
/// A folder that appears whole or not at all: it is filled beside its target under a temporary name, which
/// <see cref="Commit"/> changes and <see cref="Dispose"/> without a commit removes. At every moment the target is the
/// old folder or the new one.
/// </summary>
public sealed class AtomicFolder : IDisposable
{
    private readonly string _name;
    private readonly string _target;
    private readonly bool _overwrite;
    private readonly UnixFileMode _mode;

    private AtomicFolder(string path, bool overwrite)
    {
        _name = path;
        _overwrite = overwrite;
        _target = FinalPath.Of(path);
        if (File.Exists(_target))
        {
            throw new IOException($"cannot write {path}: it is a file");
        }

        if (!overwrite && HasContent())
        {
            throw new OutputExistsException(path);
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(_target)))
        {
            throw new IOException($"cannot write {path}: no such folder");
        }

        Path = TemporaryPaths.Beside(_target);
        try
        {
            Directory.CreateDirectory(Path);
            if (!OperatingSystem.IsWindows())
            {
                // Files get their permissions in the end; until then nobody else is to see them.
                _mode = File.GetUnixFileMode(Directory.Exists(_target) ? _target : Path);
                File.SetUnixFileMode(
                    Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TemporaryPaths.Remove(Path);
            throw AtomicFile.CannotWrite(path, exception);
        }
    }

    /// <summary>Makes the temporary folder; a place that cannot be written is known before any work is done.</summary>
    /// <param name="path">The folder to make, in one that exists; a symbolic link stays one.</param>
    /// <param name="overwrite">Whether an existing folder may be replaced; an empty one always may.</param>
    /// <exception cref="OutputExistsException">The folder exists and <paramref name="overwrite"/> is false.</exception>
    /// <exception cref="IOException">It is a file, or its parent is missing or cannot be written.</exception>
    public static AtomicFolder Create(string path, bool overwrite) => new(path, overwrite);

    /// <summary>The temporary folder, a full path.</summary>
    public string Path { get; }

    /// <summary>Where a file of the folder is to be written.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The full paths of the files written so far, ordered by their names.</summary>
    public IEnumerable<string> Files => Directory.GetFiles(Path).Order(StringComparer.Ordinal);

    /// <summary>
    /// Flushes to the disk and gives the folder its name. What it replaces hands its permissions on, and all files but
    /// those that belong to what is replaced.
    /// </summary>
    /// <param name="replaced">Names of files that go with the old folder.</param>
    /// <exception cref="OutputExistsException">The folder appeared meanwhile and may not be replaced.</exception>
    /// <exception cref="IOException">The disk is full, or the old folder cannot be moved.</exception>
    public void Commit(IReadOnlySet<string> replaced)
    {
        foreach (string path in Files)
        {
            NativeFiles.SyncFile(path);
        }

        bool exists = Directory.Exists(_target);
        if (exists && !_overwrite && HasContent())
        {
            throw new OutputExistsException(_name);
        }

        if (exists)
        {
            FolderContent.Inherit(_target, Path, replaced);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, _mode);
        }

        NativeFiles.SyncFolder(Path);
        TemporaryPaths.Commit(Path, () => Rename(exists));
        NativeFiles.SyncFolder(System.IO.Path.GetDirectoryName(_target)!);
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose() => TemporaryPaths.Remove(Path);

    private bool HasContent() => Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any();

    private void Rename(bool exists)
    {
        try
        {
            if (!exists)
            {
                Directory.Move(Path, _target);
            }
            else if (!NativeFiles.TryExchange(Path, _target))
            {
                RenameByTurns(Path, _target);
            }
        }
        catch (IOException) when (!_overwrite && HasContent())
        {
            throw new OutputExistsException(_name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw AtomicFile.CannotWrite(_name, exception);
        }
    }

    /// <summary>What has to do where the system cannot exchange names.</summary>
    internal static void RenameByTurns(string temporary, string target)
    {
        // Under this name nobody takes the old folder for a leftover if the process is killed in between.
        string aside = $"{target}.replaced";
        Directory.Move(target, aside);
        try
        {
            Directory.Move(temporary, target);
        }
        catch
        {
            Directory.Move(aside, target);
            throw;
        }

        Directory.Delete(aside, recursive: true);
    }
}
