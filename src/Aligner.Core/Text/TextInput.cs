using Aligner.Core.Files;
using Aligner.Core.Text.Compression;

namespace Aligner.Core.Text;

/// <summary>Opens inputs: a path, or <c>-</c> for standard input; plain or compressed.</summary>
public static class TextInput
{
    /// <summary>What error messages call standard input.</summary>
    public const string StandardInputName = "<stdin>";

    /// <summary>The path that stands for standard input or output.</summary>
    public const string StandardStreamPath = "-";

    /// <summary>
    /// Told when standard input is opened, before anything waits for it, so that a program can tell its user.
    /// </summary>
    public static Action? StandardInputOpened { get; set; }

    /// <summary>Opens an input for reading by lines.</summary>
    /// <inheritdoc cref="OpenStream" path="/param|/exception" />
    public static LineReader Open(string path)
    {
        string name = path == StandardStreamPath ? StandardInputName : path;
        return new LineReader(OpenStream(path), name);
    }

    /// <summary>
    /// Opens an input for reading by bytes. What is compressed by gzip, zstd, xz or bzip2, also in several parts, is
    /// recognized by its first bytes; damaged data surfaces as <see cref="InvalidDataException"/> while reading.
    /// </summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="DataException">The name promises another compression than the content has.</exception>
    public static Stream OpenStream(string path)
    {
        Stream stream = path == StandardStreamPath ? OpenStandardInput() : OpenFile(path);
        try
        {
            CompressionFormat? format = null;
            PrefixedStream prefixed = PrefixedStream.Peek(stream, start =>
            {
                format = CompressionFormats.OfStart(start, out bool isOpen);
                return isOpen && format is null;
            });
            return CompressionFormats.OfName(path) is { } promised && promised != format
                ? throw new DataException(
                    path, 0, $"named {promised.Extension} but does not hold {promised.Name} data")
                : format is null ? prefixed
                : format.Decompress(prefixed);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static Stream OpenStandardInput()
    {
        if (NativeFiles.IsClosed(0))
        {
            throw new IOException($"cannot read {StandardInputName}: it is closed");
        }

        StandardInputOpened?.Invoke();
        return Console.OpenStandardInput();
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
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
}
