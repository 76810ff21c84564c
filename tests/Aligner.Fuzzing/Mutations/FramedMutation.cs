using System.IO.Compression;
using System.Security.Cryptography;
using ZstdSharp;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes what is inside of a frame, and puts the frame around it again.</summary>
/// <param name="unwrap">Takes the frame off.</param>
/// <param name="inner">Changes the content.</param>
/// <param name="wrap">Puts the frame on.</param>
internal sealed class FramedMutation(
    Func<byte[], byte[]> unwrap, IMutation inner, Func<byte[], byte[]> wrap) : IMutation
{
    /// <summary>A hash of all before it stands at the end, as in training checkpoints.</summary>
    public static FramedMutation Hashed(IMutation inner) => new(
        bytes => bytes[..^SHA256.HashSizeInBytes], inner, bytes => [.. bytes, .. SHA256.HashData(bytes)]);

    /// <summary>Gzip.</summary>
    public static FramedMutation Compressed(IMutation inner) => new(Expand, inner, Compress);

    /// <summary>Zstandard.</summary>
    public static FramedMutation CompressedByZstd(IMutation inner) => new(ExpandZstd, inner, CompressZstd);

    public byte[] Mutate(byte[] input, Dice dice) => wrap(inner.Mutate(unwrap(input), dice));

    /// <summary>Compresses.</summary>
    public static byte[] Compress(byte[] bytes)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return stream.ToArray();
    }

    /// <summary>Compresses by Zstandard.</summary>
    public static byte[] CompressZstd(byte[] bytes)
    {
        using Compressor compressor = new();
        return compressor.Wrap(bytes).ToArray();
    }

    private static byte[] ExpandZstd(byte[] bytes)
    {
        using Decompressor decompressor = new();
        return decompressor.Unwrap(bytes).ToArray();
    }

    private static byte[] Expand(byte[] bytes)
    {
        using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
        using MemoryStream stream = new();
        gzip.CopyTo(stream);
        return stream.ToArray();
    }
}
