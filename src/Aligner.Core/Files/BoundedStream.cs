namespace Aligner.Core.Files;

/// <summary>
/// Reads an input up to a bound: a compressed file of some kilobytes can hold gigabytes, and what reads it has to hold
/// all of it.
/// </summary>
/// <param name="stream">The input; disposed with this.</param>
/// <param name="name">What error messages call it.</param>
/// <param name="bound">The most bytes that it may have.</param>
public sealed class BoundedStream(Stream stream, string name, long bound) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="DataException">There are more bytes than the bound.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = stream.Read(buffer);
        _read += count;
        return _read <= bound ? count : throw new DataException(name, 0, $"it has more than {bound >> 20} MiB");
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
            stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
