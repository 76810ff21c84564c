using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Aligner.Fuzzing.Mutations;

/// <summary>
/// Changes sections and directory of the container of statistical models and lexicons; all checksums are right
/// afterwards, so that readers cannot stop at them. The layout is that of docs/formats.md.
/// </summary>
internal sealed class ContainerMutation : IMutation
{
    private const int HeaderLength = 24, EntryLength = 24, MaxEdits = 3, SectionAlignment = 64;

    private static readonly ByteMutation Bytes = new();
    private static readonly JsonMutation Json = new();
    private static readonly TextMutation Text = new();

    private static readonly float[] Floats =
    [
        0, -1, 1, 2, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.Epsilon, 1e-30f,
    ];

    public byte[] Mutate(byte[] input, Dice dice)
    {
        List<Section> sections = Read(input);
        for (int edits = 1 + dice.Below(MaxEdits); edits > 0; edits--)
        {
            int place = dice.Below(sections.Count);
            Section section = sections[place];
            switch (dice.Below(12))
            {
                case 0:
                    sections.RemoveAt(place);
                    sections.Add(section);
                    break;
                case 1:
                    sections[place] = section with { Content = dice.Pick(sections).Content };
                    break;
                case 2:
                    sections[place] = section with { OffsetChange = dice.Number() };
                    break;
                case 3:
                    sections[place] = section with { LengthChange = dice.Number() };
                    break;
                case 4:
                    sections[place] = section with { NameLengthChange = (int)dice.Number() };
                    break;
                default:
                    sections[place] = section with { Content = Change(section, dice) };
                    break;
            }
        }

        return Write(sections, dice.OneIn(40) ? (int)dice.Number() : sections.Count);
    }

    /// <summary>The same container again, with the checksums that its content has.</summary>
    public static byte[] Copy(byte[] input)
    {
        List<Section> sections = Read(input);
        return Write(sections, sections.Count);
    }

    private static byte[] Change(Section section, Dice dice)
    {
        byte[] content = section.Content;
        if (content.Length > 0 && content[0] == '{')
        {
            return Json.Mutate(content, dice);
        }

        if (section.Name.EndsWith("words", StringComparison.Ordinal) || dice.OneIn(12))
        {
            return dice.OneIn(3) ? Bytes.Mutate(content, dice) : Text.Mutate(content, dice);
        }

        if (content.Length < sizeof(int) || dice.OneIn(6))
        {
            return Bytes.Mutate(content, dice);
        }

        byte[] changed = [.. content];
        Span<byte> word = changed.AsSpan(sizeof(int) * dice.Below(content.Length / sizeof(int)), sizeof(int));
        if (dice.OneIn(2))
        {
            BinaryPrimitives.WriteInt32LittleEndian(word, (int)dice.Number());
        }
        else
        {
            BinaryPrimitives.WriteSingleLittleEndian(word, dice.Pick(Floats));
        }

        return changed;
    }

    private static List<Section> Read(byte[] file)
    {
        List<Section> sections = [];
        int end = HeaderLength + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(20));
        for (int place = HeaderLength; place < end;)
        {
            ReadOnlySpan<byte> entry = file.AsSpan(place);
            int offset = (int)BinaryPrimitives.ReadInt64LittleEndian(entry);
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(entry[8..]);
            int name = BinaryPrimitives.ReadInt32LittleEndian(entry[20..]);
            sections.Add(new Section(
                Encoding.UTF8.GetString(entry.Slice(EntryLength, name)), file[offset..(offset + length)]));
            place += EntryLength + name;
        }

        return sections;
    }

    private static byte[] Write(List<Section> sections, int count)
    {
        int directoryLength = sections.Sum(section => EntryLength + Encoding.UTF8.GetByteCount(section.Name));
        using MemoryStream directory = new(), body = new();
        byte[] entry = new byte[EntryLength];
        long start = HeaderLength + directoryLength;
        foreach (Section section in sections)
        {
            long offset = (start + body.Length + SectionAlignment - 1) / SectionAlignment * SectionAlignment;
            body.Write(new byte[offset - start - body.Length]);
            body.Write(section.Content);
            BinaryPrimitives.WriteInt64LittleEndian(entry, unchecked(offset + section.OffsetChange));
            BinaryPrimitives.WriteInt64LittleEndian(
                entry.AsSpan(8), unchecked(section.Content.Length + section.LengthChange));
            BinaryPrimitives.WriteUInt32LittleEndian(entry.AsSpan(16), Checksum(section.Content));
            byte[] name = Encoding.UTF8.GetBytes(section.Name);
            BinaryPrimitives.WriteInt32LittleEndian(
                entry.AsSpan(20), unchecked(name.Length + section.NameLengthChange));
            directory.Write(entry);
            directory.Write(name);
        }

        byte[] header = new byte[HeaderLength];
        "\u0089ALGNR\n"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), 3);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), count);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(16), Checksum(directory.ToArray()));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), directoryLength);
        return [.. header, .. directory.ToArray(), .. body.ToArray()];
    }

    /// <summary>CRC-32C, byte by byte.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }

    private sealed record Section(
        string Name, byte[] Content, long OffsetChange = 0, long LengthChange = 0, int NameLengthChange = 0);
}
