using System.Globalization;
using System.Text.Unicode;

namespace Aligner.Core.Text;

/// <summary>
/// Writes UTF-8 text with LF endings and no byte order mark, numbers in the invariant culture, to a file or to standard
/// output. A file appears only with <see cref="Commit"/>.
/// </summary>
public sealed class TextOutput : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly OutputStream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _count;
    private bool _closed;

    internal TextOutput(Stream stream, string name)
        : this(new OutputStream(stream, name))
    {
    }

    private TextOutput(OutputStream stream)
    {
        _stream = stream;
    }

    /// <summary>What error messages call the output.</summary>
    public string Name => _stream.Name;

    /// <inheritdoc cref="OutputStream.Create" />
    public static TextOutput Create(string? path, bool overwrite) => new(OutputStream.Create(path, overwrite));

    /// <summary>Writes text. A surrogate pair must not be split between two calls.</summary>
    /// <exception cref="ClosedPipeException">The reader of standard output has gone.</exception>
    /// <exception cref="IOException">The output cannot be written, for example because the disk is full.</exception>
    public void Write(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Utf8.FromUtf16(text, _buffer.AsSpan(_count), out int read, out int written);
            text = text[read..];
            _count += written;
            if (!text.IsEmpty)
            {
                FlushBuffer();
            }
        }
    }

    /// <summary>Writes one ASCII character.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void Write(char character) => Write([character]);

    /// <summary>Writes a number, or anything else that formats itself, in the invariant culture.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void Write<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(_buffer.AsSpan(_count), out written, format, CultureInfo.InvariantCulture))
        {
            FlushBuffer();
        }

        _count += written;
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void WriteUtf8(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (_count == BufferSize)
            {
                FlushBuffer();
            }

            int count = Math.Min(text.Length, BufferSize - _count);
            text[..count].CopyTo(_buffer.AsSpan(_count));
            text = text[count..];
            _count += count;
        }
    }

    /// <summary>Ends the line.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void WriteLine() => WriteUtf8("\n"u8);

    /// <summary>Writes text and ends the line.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void WriteLine(ReadOnlySpan<char> text)
    {
        Write(text);
        WriteLine();
    }

    /// <summary>Hands everything written so far to the system, so that a reader of a pipe sees it.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void Flush()
    {
        FlushBuffer();
        _stream.Flush();
    }

    /// <summary>Completes the output: writes what is left and gives a file its name.</summary>
    /// <inheritdoc cref="Write(ReadOnlySpan{char})" path="/exception" />
    public void Commit()
    {
        FlushBuffer();
        _stream.Commit();
        _closed = true;
    }

    /// <summary>Closes the output. Without a commit no file is left; lines written to standard output stay.</summary>
    public void Dispose()
    {
        if (!_closed && _stream.IsStandardOutput)
        {
            try
            {
                Flush();
            }
            catch (IOException)
            {
                // Whatever ended the writing early has been reported already.
            }
        }

        _closed = true;
        _stream.Dispose();
    }

    private void FlushBuffer()
    {
        int count = _count;
        _count = 0;
        _stream.Write(_buffer.AsSpan(0, count));
    }
}
