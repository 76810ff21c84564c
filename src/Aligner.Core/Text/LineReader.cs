using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Unicode;

namespace Aligner.Core.Text;

/// <summary>
/// Reads UTF-8 lines as the tools of the field see them: a line ends at LF only, one CR before it is dropped, a lone CR
/// and NUL are ordinary characters, a byte order mark at the very start is skipped, and a last line without LF counts.
/// </summary>
public sealed class LineReader : IDisposable
{
    private const int DefaultBufferSize = 1 << 16;
    private const int MaxLineBytes = 1 << 30;

    private readonly Stream _stream;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private string? _peeked;
    private ExceptionDispatchInfo? _broken;

    /// <param name="stream">Bytes to read; disposed with the reader.</param>
    /// <param name="name">What error messages call the input.</param>
    public LineReader(Stream stream, string name)
        : this(stream, name, DefaultBufferSize)
    {
    }

    internal LineReader(Stream stream, string name, int bufferSize)
    {
        _stream = stream;
        _buffer = ArrayPool<byte>.Shared.Rent(bufferSize);
        Name = name;
    }

    /// <summary>Name of the input as the user gave it, or <c>&lt;stdin&gt;</c>.</summary>
    public string Name { get; }

    /// <summary>1-based number of the line read last; 0 before the first.</summary>
    public long Line { get; private set; }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the next line without its ending, or null at the end of the input.</summary>
    /// <exception cref="BrokenLineException">The line is not UTF-8; the next call reads the line after it.</exception>
    /// <exception cref="DataException">The compressed data is damaged.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public string? ReadLine()
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        if (_peeked is { } peeked)
        {
            _peeked = null;
            Line++;
            return peeked;
        }

        if (_broken is { } broken)
        {
            _broken = null;
            Line++;
            broken.Throw();
        }

        return TryTake(out ReadOnlySpan<byte> line) ? Decode(line) : null;
    }

    /// <summary>Passes over a line, whatever it holds.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DataException">The compressed data is damaged.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public bool SkipLine()
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        if (_peeked is null && _broken is null && !TryTake(out _))
        {
            return false;
        }

        (_peeked, _broken) = (null, null);
        Line++;
        return true;
    }

    /// <summary>The next line, which stays the next, or null at the end of the input.</summary>
    /// <exception cref="BrokenLineException">The line is not UTF-8, and stays the next.</exception>
    /// <exception cref="DataException">The compressed data is damaged.</exception>
    /// <exception cref="IOException">The input cannot be read.</exception>
    public string? PeekLine()
    {
        _broken?.Throw();
        try
        {
            if (_peeked is null && ReadLine() is { } line)
            {
                _peeked = line;
                Line--;
            }

            return _peeked;
        }
        catch (BrokenLineException exception)
        {
            _broken = ExceptionDispatchInfo.Capture(exception);
            Line--;
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _stream.Dispose();
        }
    }

    /// <summary>
    /// The bytes of the next line up to its LF, which stay there until more is read; not yet counted.
    /// </summary>
    private bool TryTake(out ReadOnlySpan<byte> line)
    {
        int scanned = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = _buffer.AsSpan(_start, scanned + length);
                _start += line.Length + 1;
                return true;
            }

            scanned = _end - _start;
            if (!Fill())
            {
                line = _buffer.AsSpan(_start, scanned);
                _start = _end;
                return !line.IsEmpty && !(Line == 0 && line.SequenceEqual(ByteOrderMark));
            }
        }
    }

    private bool Fill()
    {
        int kept = _end - _start;
        if (kept == _buffer.Length)
        {
            Grow(kept);
        }
        else
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        }

        _start = 0;
        _end = kept;
        try
        {
            int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            return count > 0;
        }
        catch (InvalidDataException exception)
        {
            throw new DataException(Name, Line + 1, $"damaged compressed data: {exception.Message}");
        }
    }

    private void Grow(int kept)
    {
        if (kept >= MaxLineBytes)
        {
            throw new DataException(Name, Line + 1, "a line longer than 1 GiB");
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(kept * 2);
        _buffer.AsSpan(_start, kept).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private string Decode(ReadOnlySpan<byte> line)
    {
        int skipped = 0;
        if (Line++ == 0 && line.StartsWith(ByteOrderMark))
        {
            skipped = ByteOrderMark.Length;
        }

        ReadOnlySpan<byte> text = line[skipped..];
        if (text is [.., (byte)'\r'])
        {
            text = text[..^1];
        }

        if (!Utf8.IsValid(text))
        {
            int offset = FirstInvalid(text);
            throw new BrokenLineException(
                Name, Line, $"invalid UTF-8: byte 0x{text[offset]:X2} at offset {skipped + offset} of the line");
        }

        return Encoding.UTF8.GetString(text);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out int consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }
}
