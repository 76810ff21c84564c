using System.Runtime.InteropServices;

namespace Aligner.Core.Text;

/// <summary>A forward-only stream whose first bytes have been looked at; it works on pipes too.</summary>
public sealed class PrefixedStream : Stream
{
    private readonly byte[] _prefix;
    private readonly Stream _rest;
    private int _position;
    private long _restRead;

    private PrefixedStream(byte[] prefix, Stream rest)
    {
        _prefix = prefix;
        _rest = rest;
    }

    /// <summary>The bytes looked at: fewer than asked for when the stream is shorter.</summary>
    public ReadOnlySpan<byte> Prefix => _prefix;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>The number of bytes that were read.</summary>
    public override long Position
    {
        get => _position + _restRead;
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Opens an input, as <see cref="TextInput.OpenStream"/> does, and looks at up to <paramref name="count"/> bytes of
    /// its content.
    /// </summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="DataException">The compressed data is damaged.</exception>
    public static PrefixedStream Open(string path, int count)
    {
        Stream stream = TextInput.OpenStream(path);
        try
        {
            return Peek(stream, count);
        }
        catch (InvalidDataException exception)
        {
            stream.Dispose();
            throw new DataException(path, 0, $"damaged compressed data: {exception.Message}");
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Reads up to <paramref name="count"/> bytes that reading the result gives again.</summary>
    public static PrefixedStream Peek(Stream stream, int count)
    {
        byte[] prefix = new byte[count];
        int read = stream.ReadAtLeast(prefix, count, throwOnEndOfStream: false);
        return new PrefixedStream(prefix[..read], stream);
    }

    /// <summary>
    /// Reads bytes that reading the result gives again, one by one, so that no more is waited for than is needed.
    /// </summary>
    /// <param name="stream">The stream.</param>
    /// <param name="wantsMore">Whether, having seen these bytes, at first none, the next is of interest.</param>
    public static PrefixedStream Peek(Stream stream, Func<ReadOnlySpan<byte>, bool> wantsMore)
    {
        List<byte> prefix = [];
        while (wantsMore(CollectionsMarshal.AsSpan(prefix)) && stream.ReadByte() is >= 0 and int next)
        {
            prefix.Add((byte)next);
        }

        return new PrefixedStream([.. prefix], stream);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position == _prefix.Length)
        {
            int read = _rest.Read(buffer);
            _restRead += read;
            return read;
        }

        int count = Math.Min(buffer.Length, _prefix.Length - _position);
        _prefix.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _rest.Dispose();
        }

        base.Dispose(disposing);
    }
}
