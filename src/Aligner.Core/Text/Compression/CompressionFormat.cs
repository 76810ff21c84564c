namespace Aligner.Core.Text.Compression;

/// <summary>A way to compress a stream.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Extension">How names of its files end, such as <c>.gz</c>.</param>
/// <param name="HasMagic">
/// Whether a stream with this beginning is of the format: false if not, null if more bytes would tell.
/// </param>
/// <param name="Decompress">
/// Opens a stream for reading, with the one that it reads, which it closes. Several compressed streams one after the
/// other are one.
/// </param>
/// <param name="Compress">
/// Opens a stream for writing, which leaves the one that it writes to open; null if it is not written.
/// </param>
internal sealed record CompressionFormat(
    string Name,
    string Extension,
    CompressionFormat.Recognizer HasMagic,
    Func<Stream, Stream> Decompress,
    Func<Stream, Stream>? Compress = null)
{
    /// <summary>Looks at the first bytes of a stream.</summary>
    public delegate bool? Recognizer(ReadOnlySpan<byte> start);

    /// <summary>Recognizes a fixed beginning.</summary>
    public static Recognizer StartsWith(params byte[] magic) => start =>
        start.Length >= magic.Length ? start.StartsWith(magic) : magic.AsSpan().StartsWith(start) ? null : false;
}
