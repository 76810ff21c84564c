using Microsoft.Win32.SafeHandles;

namespace Aligner.Core.Files;

/// <summary>
/// Opens files that belong to a model. They are files on a disk, of which the opened handle says the length: a link has
/// a length of its own, and a pipe or a device keeps whoever reads it waiting or never ends.
/// </summary>
public static class RegularFile
{
    /// <summary>The most bytes that can be read at once.</summary>
    private const int MaxBytes = 0x7FFF_FFC7;

    /// <summary>A bound for settings, which are read at once: 64 MiB.</summary>
    public const int SettingsBound = 1 << 26;

    /// <summary>Refuses what leads to a pipe, a device or a socket.</summary>
    /// <exception cref="DataException">It is so.</exception>
    public static void Require(string path)
    {
        if (FileKinds.Of(path) == FileKind.Special)
        {
            throw new DataException(path, 0, "it is a pipe or a device, not a file");
        }
    }

    /// <summary>Opens a file, or what a link leads to, for reading.</summary>
    /// <exception cref="DataException">It is a pipe or a device.</exception>
    /// <exception cref="IOException">It does not exist or cannot be read.</exception>
    public static SafeFileHandle OpenHandle(string path)
    {
        Require(path);
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"cannot read {path}: no such file", path, exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            string reason = Directory.Exists(path) ? "it is a folder" : "permission denied";
            throw new IOException($"cannot read {path}: {reason}", exception);
        }
    }

    /// <inheritdoc cref="OpenHandle" />
    public static FileStream Open(string path) => new(OpenHandle(path), FileAccess.Read);

    /// <summary>The number of bytes of a file, or of that which a link leads to.</summary>
    /// <inheritdoc cref="OpenHandle" path="/exception" />
    public static long Length(string path)
    {
        using SafeFileHandle handle = OpenHandle(path);
        return RandomAccess.GetLength(handle);
    }

    /// <summary>The content of a file that is read at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bound">The most bytes that it may have; by default as many as can be.</param>
    /// <inheritdoc cref="OpenHandle" path="/exception" />
    public static byte[] ReadAllBytes(string path, int bound = MaxBytes)
    {
        using FileStream stream = Open(path);
        if (stream.Length > bound)
        {
            throw new DataException(path, 0, $"it has {stream.Length} bytes, more than {bound}");
        }

        using MemoryStream content = new((int)stream.Length);
        stream.CopyTo(content);
        return content.Capacity == content.Length ? content.GetBuffer() : content.ToArray();
    }

    /// <summary>Copies the content to a file that does not exist yet.</summary>
    /// <inheritdoc cref="OpenHandle" path="/exception" />
    public static void Copy(string path, string target)
    {
        using FileStream stream = Open(path);
        using FileStream copy = new(target, FileMode.CreateNew, FileAccess.Write);
        stream.CopyTo(copy);
    }
}
