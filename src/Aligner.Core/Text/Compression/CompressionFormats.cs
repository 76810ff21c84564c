using System.IO.Compression;
using SharpCompress.Compressors.BZip2;
using ZstdSharp;
using CompressionMode = System.IO.Compression.CompressionMode;

namespace Aligner.Core.Text.Compression;

/// <summary>The compressions that inputs may have, and outputs by their names.</summary>
internal static class CompressionFormats
{
    /// <summary>As <c>zstd</c> itself by default: frames with a larger window (128 MiB) are refused.</summary>
    private const int MaxZstdWindowLog = 27;

    private const int ZstdLevel = 3;
    private const int BufferSize = 1 << 16;

    // Without it a truncated gzip file reads as a shorter one.
    static CompressionFormats() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Every format.</summary>
    public static IReadOnlyList<CompressionFormat> All { get; } =
    [
        new(
            "gzip",
            ".gz",
            CompressionFormat.StartsWith(0x1F, 0x8B),
            stream => new GZipStream(stream, CompressionMode.Decompress),
            stream => new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true)),
        new(
            "zstd",
            ".zst",
            IsZstd,
            stream => new DecompressedStream(stream, OpenZstd),
            stream => new CompressionStream(stream, ZstdLevel, leaveOpen: true)),
        new(
            "xz",
            ".xz",
            CompressionFormat.StartsWith(XzStreams.Magic.ToArray()),
            stream => new XzStreams(new BufferedStream(stream, BufferSize))),
        new("bzip2", ".bz2", IsBzip2, stream => new DecompressedStream(stream, OpenBzip2)),
    ];

    /// <summary>The format that a name promises, or null.</summary>
    public static CompressionFormat? OfName(string path) => All.FirstOrDefault(
        format => path.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of a stream that begins so; null if there is none, or if more bytes would tell.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="isOpen">Whether more bytes would tell.</param>
    public static CompressionFormat? OfStart(ReadOnlySpan<byte> start, out bool isOpen)
    {
        isOpen = false;
        foreach (CompressionFormat format in All)
        {
            bool? matches = format.HasMagic(start);
            if (matches == true)
            {
                return format;
            }

            isOpen |= matches is null;
        }

        return null;
    }

    // A frame of data, or one to skip, with which parallel compressors begin (RFC 8878, 3.1).
    private static bool? IsZstd(ReadOnlySpan<byte> start) => start switch
    {
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18, ..] => true,
        [] or [0x28] or [0x28, 0xB5] or [0x28, 0xB5, 0x2F] => null,
        [>= 0x50 and <= 0x5F] or [>= 0x50 and <= 0x5F, 0x2A] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D] => null,
        _ => false,
    };

    // BZh and a digit begin words too, so the magic of the first block, or of the end, has to follow.
    private static bool? IsBzip2(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> block = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], end = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];
        ReadOnlySpan<byte> name = "BZh"u8;
        int named = Math.Min(start.Length, name.Length);
        if (!start[..named].SequenceEqual(name[..named])
            || (start.Length > 3 && start[3] is < (byte)'1' or > (byte)'9'))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = start.Length > 4 ? start[4..] : [];
        int count = Math.Min(rest.Length, block.Length);
        bool fits = rest[..count].SequenceEqual(block[..count]) || rest[..count].SequenceEqual(end[..count]);
        return !fits ? false : count == block.Length ? true : null;
    }

    private static DecompressionStream OpenZstd(Stream stream)
    {
        DecompressionStream decompressed = new(stream, BufferSize, checkEndOfStream: true, leaveOpen: true);
        decompressed.SetParameter(ZstdSharp.Unsafe.ZSTD_dParameter.ZSTD_d_windowLogMax, MaxZstdWindowLog);
        return decompressed;
    }

    private static BZip2Stream OpenBzip2(Stream stream) => BZip2Stream.Create(
        new BufferedStream(stream, BufferSize),
        SharpCompress.Compressors.CompressionMode.Decompress,
        decompressConcatenated: true);
}
