using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Aligner.Core;

namespace Aligner.Statistical.Storage;

/// <summary>
/// The container of a model: a header with a directory, then named sections of raw little-endian arrays, each aligned
/// to 64 bytes and each with its CRC-32C.
/// </summary>
/// <remarks>
/// Header: magic (8 bytes), format version (int32), number of sections (int32), CRC-32C of the directory (uint32),
/// length of the directory (int32). Directory entry: offset (int64), length (int64), CRC-32C (uint32), length of the
/// name (int32), name in UTF-8.
/// </remarks>
internal static class ModelFile
{
    private const int Version = 3;
    private const int HeaderLength = 24;
    private const int SectionAlignment = 64;
    private const int MaxDirectoryLength = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "\u0089ALGNR\n"u8;

    public static void Write(Stream stream, SectionWriter sections)
    {
        using MemoryStream directory = new();
        int directoryLength = sections.Sections.Sum(
            section => ModelEntry.FixedLength + Encoding.UTF8.GetByteCount(section.Name));
        long offset = HeaderLength + directoryLength;
        Span<byte> entry = stackalloc byte[ModelEntry.FixedLength];
        foreach (SectionWriter.Section section in sections.Sections)
        {
            ReadOnlySpan<byte> content = section.Content();
            offset = Align(offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry, offset);
            BinaryPrimitives.WriteInt64LittleEndian(entry[8..], content.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[16..], Checksum(content));
            BinaryPrimitives.WriteInt32LittleEndian(entry[20..], Encoding.UTF8.GetByteCount(section.Name));
            directory.Write(entry);
            directory.Write(Encoding.UTF8.GetBytes(section.Name));
            offset += content.Length;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], sections.Sections.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Checksum(directory.ToArray()));
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], directoryLength);
        stream.Write(header);
        stream.Write(directory.ToArray());

        long position = HeaderLength + directoryLength;
        foreach (SectionWriter.Section section in sections.Sections)
        {
            ReadOnlySpan<byte> content = section.Content();
            stream.Write(new byte[Align(position) - position]);
            stream.Write(content);
            position = Align(position) + content.Length;
        }
    }

    /// <summary>Whether the first bytes are those of a model.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    /// <summary>The number of bytes that tell a model.</summary>
    public static int MagicLength => Magic.Length;

    /// <exception cref="DataException">The file is no model, of another version, cut short or damaged.</exception>
    public static SectionReader Read(ModelSource source)
    {
        string file = source.Name;
        ReadOnlySpan<byte> header = source.Take(HeaderLength).Span;
        if (!header.StartsWith(Magic))
        {
            throw new DataException($"{file}: not a model of this tool");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != Version)
        {
            throw new DataException($"{file}: model format {version} is not supported, only {Version}");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(header[12..]);
        int directoryLength = BinaryPrimitives.ReadInt32LittleEndian(header[20..]);
        if (directoryLength is < 0 or > MaxDirectoryLength)
        {
            throw Damaged(file, $"its directory has {directoryLength} bytes");
        }

        ReadOnlySpan<byte> rest = source.Take(directoryLength).Span;
        if (Checksum(rest) != BinaryPrimitives.ReadUInt32LittleEndian(header[16..]))
        {
            throw Damaged(file, "its directory has another checksum");
        }

        Dictionary<string, ReadOnlyMemory<byte>> sections = [];
        long position = HeaderLength + directoryLength;
        foreach (ModelEntry entry in ModelEntry.ReadAll(rest, file))
        {
            // The next multiple of the alignment is the only place that a section can have.
            if (entry.Offset != Align(position))
            {
                throw Damaged(file, $"section {Excerpt.Quote(entry.Name)} lies at {entry.Offset}");
            }

            ReadOnlyMemory<byte> padding = source.Take((int)(entry.Offset - position));
            ReadOnlyMemory<byte> content = source.Take(entry.Length);
            position = entry.Offset + entry.Length;
            if (Checksum(content.Span) != entry.Checksum || padding.Span.ContainsAnyExcept((byte)0))
            {
                throw Damaged(file, $"section {Excerpt.Quote(entry.Name)} has another checksum");
            }

            if (!sections.TryAdd(entry.Name, content))
            {
                throw Damaged(file, $"it has two sections {Excerpt.Quote(entry.Name)}");
            }
        }

        if (sections.Count != count || !source.IsAtEnd())
        {
            throw Damaged(file, $"it says that it has {count} sections, and has {sections.Count} or more");
        }

        return new SectionReader(file, sections);
    }

    private static DataException Damaged(string file, string how) => new($"{file}: the model is damaged: {how}");

    private static long Align(long offset) => (offset + SectionAlignment - 1) / SectionAlignment * SectionAlignment;

    /// <summary>CRC-32C.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte value in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
