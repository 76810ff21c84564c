namespace Aligner.Core.Text.Compression;

/// <summary>Reports what the decompressors of others throw on damaged or truncated data in one way.</summary>
/// <param name="source">The compressed bytes; disposed with this.</param>
/// <param name="decompress">Opens them; asked when the first bytes are read, since it may look at the data.</param>
internal sealed class DecompressedStream(Stream source, Func<Stream, Stream> decompress) : ForwardStream
{
    private Stream? _stream;

    /// <summary>What to throw where a decompressor fails, or null where the failure has another reason.</summary>
    public static InvalidDataException? Explain(Exception exception) => exception switch
    {
        EndOfStreamException => new InvalidDataException("it ends too early", exception),
        InvalidDataException or IOException or OutOfMemoryException or OperationCanceledException => null,
        _ => new InvalidDataException(exception.Message, exception),
    };

    /// <exception cref="InvalidDataException">The data is damaged or ends too early.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return (_stream ??= decompress(source)).Read(buffer, offset, count);
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc cref="Read(byte[], int, int)" />
    public override int Read(Span<byte> buffer)
    {
        try
        {
            return (_stream ??= decompress(source)).Read(buffer);
        }
        catch (Exception exception) when (Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream?.Dispose();
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
