using System.Security.Cryptography;
using Aligner.Core.Text.Compression;

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

    /// <summary>A compression, by the end of its files' names.</summary>
    public static FramedMutation Compressed(string extension, IMutation inner) =>
        new(bytes => Expand(extension, bytes), inner, bytes => Compress(extension, bytes));

    public byte[] Mutate(byte[] input, Dice dice) => wrap(inner.Mutate(unwrap(input), dice));

    /// <summary>Compresses.</summary>
    public static byte[] Compress(string extension, byte[] bytes)
    {
        using MemoryStream stream = new();
        using (Stream compressed = CompressionFormats.OfName(extension)!.Compress!(stream))
        {
            compressed.Write(bytes);
        }

        return stream.ToArray();
    }

    private static byte[] Expand(string extension, byte[] bytes)
    {
        using Stream expanded = CompressionFormats.OfName(extension)!.Decompress(new MemoryStream(bytes));
        using MemoryStream stream = new();
        expanded.CopyTo(stream);
        return stream.ToArray();
    }
}
