using SharpCompress.Compressors.Xz;

namespace Aligner.Core.Text.Compression;

/// <summary>
/// Reads xz streams one after the other, as a file has them that was appended to; zero bytes may lie between them.
/// </summary>
internal sealed class XzStreams : ForwardStream
{
    private readonly Stream _stream;
    private XZStream? _current;

    /// <param name="stream">Compressed bytes; disposed with this.</param>
    public XzStreams(Stream stream)
    {
        _stream = stream;

        // The decompressor asks its stream where it is.
        _current = new XZStream(PrefixedStream.Peek(stream, 0));
    }

    /// <summary>The first bytes of a stream.</summary>
    public static ReadOnlySpan<byte> Magic => [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <exception cref="InvalidDataException">The data is damaged or ends too early.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            while (_current is not null && count > 0)
            {
                if (_current.Read(buffer, offset, count) is > 0 and int read)
                {
                    return read;
                }

                _current = Next();
            }

            return 0;
        }
        catch (Exception exception) when (DecompressedStream.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private XZStream? Next()
    {
        while (true)
        {
            PrefixedStream next = PrefixedStream.Peek(_stream, Magic.Length - 2);
            switch (next.Prefix)
            {
                case []:
                    return null;
                case [0, 0, 0, 0]:
                    continue;
                case var start when Magic.StartsWith(start) && start.Length == Magic.Length - 2:
                    return new XZStream(next);
                default:
                    throw new InvalidDataException("what follows the compressed data is none");
            }
        }
    }
}
