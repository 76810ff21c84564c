using Aligner.Core.Files;
using Aligner.Core.Text.Compression;

namespace Aligner.Core.Text;

/// <summary>
/// Bytes to a file or to standard output; errors name the output. A file appears only with <see cref="Commit"/>.
/// </summary>
public sealed class OutputStream : Stream
{
    private readonly AtomicFile? _file;
    private readonly Stream _stream;

    internal OutputStream(Stream stream, string name, AtomicFile? file = null)
    {
        _stream = stream;
        _file = file;
        Name = name;
    }

    /// <summary>What error messages call the output.</summary>
    public string Name { get; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    internal bool IsStandardOutput => _file is null;

    /// <summary>Opens an output; a name that ends in <c>.gz</c> or <c>.zst</c> compresses.</summary>
    /// <param name="path">A path; null or <c>-</c> is standard output.</param>
    /// <param name="overwrite">Whether an existing file may be replaced.</param>
    /// <exception cref="OutputExistsException">The file exists and <paramref name="overwrite"/> is false.</exception>
    /// <exception cref="IOException">The folder is missing or cannot be written.</exception>
    public static OutputStream Create(string? path, bool overwrite)
    {
        if (path is null or TextInput.StandardStreamPath)
        {
            return new OutputStream(StandardOutput.Open(), "<stdout>");
        }

        if (OpenDescriptor(path) is { } descriptor)
        {
            return new OutputStream(descriptor, path);
        }

        CompressionFormat? promised = CompressionFormats.OfName(path);
        if (promised is { Compress: null })
        {
            throw new IOException($"cannot write {path}: {promised.Extension} is read only; .gz and .zst are written");
        }

        AtomicFile file = AtomicFile.Create(path, overwrite);
        return new OutputStream(promised?.Compress?.Invoke(file.Stream) ?? file.Stream, path, file);
    }

    /// <inheritdoc cref="Commit" path="/exception" />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _stream.Write(buffer);
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc cref="Commit" path="/exception" />
    public override void Flush()
    {
        try
        {
            _stream.Flush();
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Completes the output: writes what is left and gives a file its name.</summary>
    /// <exception cref="ClosedPipeException">The reader of standard output has gone.</exception>
    /// <exception cref="IOException">The output cannot be written, for example because the disk is full.</exception>
    public void Commit()
    {
        Flush();
        try
        {
            if (_file is not null && _stream != _file.Stream)
            {
                // Writes the end of the compressed data.
                _stream.Dispose();
            }

            _file?.Commit();
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                _stream.Dispose();
            }
            catch (IOException)
            {
                // Whatever ended the writing early has been reported already.
            }

            _file?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Stream? OpenDescriptor(string path)
    {
        try
        {
            return StandardOutput.TryOpen(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw AtomicFile.CannotWrite(path, exception);
        }
    }

    private IOException? Explain(Exception exception) => exception switch
    {
        OutputExistsException => null,
        IOException closed when ClosedPipeException.IsReportedBy(closed) => new ClosedPipeException(closed),
        IOException or UnauthorizedAccessException => AtomicFile.CannotWrite(Name, exception),
        _ => null,
    };
}
