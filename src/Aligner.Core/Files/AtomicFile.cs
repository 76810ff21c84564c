namespace Aligner.Core.Files;

/// <summary>
/// A file that appears whole or not at all: it is written to a temporary neighbor, which <see cref="Commit"/> renames
/// and <see cref="Dispose"/> without a commit removes. A pipe or a device such as <c>/dev/null</c> is written directly.
/// A file that is replaced keeps its permissions.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _target;
    private readonly string? _temporary;
    private readonly bool _overwrite;
    private readonly FileStream _stream;
    private bool _closed;

    private AtomicFile(string path, bool overwrite)
    {
        _path = path;
        _overwrite = overwrite;
        if (FileKinds.Of(path) == FileKind.Special)
        {
            _target = path;
            _stream = Open(path, FileMode.Open, null);
            return;
        }

        _target = FinalPath.Of(path);
        bool exists = File.Exists(_target);
        if (exists && !overwrite)
        {
            throw new OutputExistsException(path);
        }

        if (Directory.Exists(_target))
        {
            throw new IOException($"cannot write {path}: it is a folder");
        }

        UnixFileMode? mode = exists && !OperatingSystem.IsWindows() ? File.GetUnixFileMode(_target) : null;
        _temporary = TemporaryPaths.Beside(_target);
        try
        {
            _stream = Open(_temporary, FileMode.CreateNew, mode);
        }
        catch
        {
            TemporaryPaths.Remove(_temporary);
            throw;
        }
    }

    /// <summary>Where the content goes; closed by <see cref="Commit"/> and <see cref="Dispose"/>.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens the temporary file; a place that cannot be written is known before any work is done.</summary>
    /// <param name="path">The file to make; a symbolic link stays one.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="OutputExistsException">The file exists and <paramref name="overwrite"/> is false.</exception>
    /// <exception cref="IOException">The folder is missing or cannot be written, or links lead in a circle.</exception>
    public static AtomicFile Create(string path, bool overwrite) => new(path, overwrite);

    /// <summary>What to throw where <paramref name="cause"/> keeps an output from being written.</summary>
    internal static IOException CannotWrite(string name, Exception cause)
    {
        // The system's message goes on with the path, which here is the temporary one.
        string reason = cause switch
        {
            DirectoryNotFoundException => "no such folder",
            FileNotFoundException => "no file can be made there",
            UnauthorizedAccessException => "permission denied",
            PathTooLongException => "the name is too long",
            _ => cause.Message.Split(" : '")[0],
        };
        return new IOException($"cannot write {name}: {reason}", cause);
    }

    /// <summary>Flushes to the disk and gives the file its name.</summary>
    /// <exception cref="OutputExistsException">The file appeared meanwhile and may not be replaced.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Commit()
    {
        _stream.Flush(flushToDisk: _temporary is not null);
        _stream.Dispose();
        if (_temporary is not null)
        {
            TemporaryPaths.Commit(_temporary, Rename);
            NativeFiles.SyncFolder(Path.GetDirectoryName(_target)!);
        }

        _closed = true;
    }

    /// <summary>Removes what was written, unless it was committed.</summary>
    public void Dispose()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // The rest of the buffer does not fit on the disk; the file goes anyway.
        }

        if (_temporary is not null)
        {
            TemporaryPaths.Remove(_temporary);
        }
    }

    private void Rename()
    {
        try
        {
            // Without leave to overwrite it fails where another process was faster.
            File.Move(_temporary!, _target, _overwrite);
        }
        catch (IOException) when (!_overwrite && File.Exists(_target))
        {
            throw new OutputExistsException(_path);
        }
    }

    private FileStream Open(string path, FileMode mode, UnixFileMode? permissions)
    {
        try
        {
            FileStreamOptions options = new()
            {
                Mode = mode,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                BufferSize = 1 << 16,
            };
            if (permissions is not { } exact || OperatingSystem.IsWindows())
            {
                return new FileStream(path, options);
            }

            options.UnixCreateMode = exact;
            FileStream stream = new(path, options);

            // What the user's mask takes away from new files, the old one had.
            File.SetUnixFileMode(stream.SafeFileHandle, exact);
            return stream;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(_path, exception);
        }
    }
}
