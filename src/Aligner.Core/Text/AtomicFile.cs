namespace Aligner.Core.Text;

/// <summary>
/// A file that appears whole or not at all: it is written to a temporary neighbor, which <see cref="Commit"/> renames
/// and <see cref="Dispose"/> without a commit removes. A device such as <c>/dev/null</c> is written directly.
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
        if (IsDevice(path))
        {
            _target = path;
            _stream = new FileStream(path, FileMode.Open, FileAccess.Write);
            return;
        }

        _target = ResolveLink(path);
        if (File.Exists(_target) && !overwrite)
        {
            throw new OutputExistsException(path);
        }

        if (Directory.Exists(_target))
        {
            throw new IOException($"cannot write {path}: it is a folder");
        }

        string full = Path.GetFullPath(_target);
        string folder = Path.GetDirectoryName(full)!;
        _temporary = Path.Combine(folder, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Where the content goes; closed by <see cref="Commit"/> and <see cref="Dispose"/>.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens the temporary file; a place that cannot be written is known before any work is done.</summary>
    /// <param name="path">The file to make; a symbolic link stays one.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="OutputExistsException">The file exists and <paramref name="overwrite"/> is false.</exception>
    /// <exception cref="IOException">The folder is missing or cannot be written.</exception>
    public static AtomicFile Create(string path, bool overwrite)
    {
        try
        {
            return new AtomicFile(path, overwrite);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new DirectoryNotFoundException($"cannot write {path}: no such folder", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"cannot write {path}: permission denied", exception);
        }
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
            if (File.Exists(_target) && !_overwrite)
            {
                throw new OutputExistsException(_path);
            }

            File.Move(_temporary, _target, _overwrite);
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
            File.Delete(_temporary);
        }
    }

    private static string ResolveLink(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;

    // .NET does not tell a device from a file; /dev/shm holds ordinary files.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal)
        && File.Exists(path);
}
