using System.IO.Compression;
using Aligner.Core.Files;

namespace Aligner.Core.Text;

/// <summary>Opens inputs: a path, or <c>-</c> for standard input; plain or gzip.</summary>
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

    // Without it a truncated gzip file reads as a shorter one.
    static TextInput() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Opens an input for reading by lines.</summary>
    /// <inheritdoc cref="OpenStream" path="/param|/exception" />
    public static LineReader Open(string path)
    {
        string name = path == StandardStreamPath ? StandardInputName : path;
        return new LineReader(OpenStream(path), name);
    }

    /// <summary>
    /// Opens an input for reading by bytes. Gzip, also of several members, is recognized by its first bytes, whatever
    /// the name; damaged gzip data surfaces as <see cref="InvalidDataException"/> while reading.
    /// </summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="DataException">The name ends in <c>.gz</c> and the content is not gzip.</exception>
    public static Stream OpenStream(string path)
    {
        Stream stream = path == StandardStreamPath ? OpenStandardInput() : OpenFile(path);
        try
        {
            PrefixedStream prefixed = PrefixedStream.Peek(stream, 2);
            if (prefixed.Prefix is [0x1F, 0x8B])
            {
                return new GZipStream(prefixed, CompressionMode.Decompress);
            }

            return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? throw new DataException(path, 0, "named .gz but does not hold gzip data")
                : prefixed;
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
