using System.Buffers.Binary;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes fields of a protocol buffer anywhere in its messages; lengths are told as they then are.</summary>
internal sealed class ProtobufMutation : IMutation
{
    private const int MaxEdits = 3, MaxDepth = 8, MaxCopies = 20;

    private static readonly ByteMutation Bytes = new();

    public byte[] Mutate(byte[] input, Dice dice)
    {
        byte[] bytes = input;
        for (int edits = 1 + dice.Below(MaxEdits); edits > 0; edits--)
        {
            bytes = Edit(bytes, dice, 0);
        }

        return bytes;
    }

    private static byte[] Edit(byte[] message, Dice dice, int depth)
    {
        if (Parse(message) is not { Count: > 0 } fields)
        {
            return Bytes.Mutate(message, dice);
        }

        int place = dice.Below(fields.Count);
        Field field = fields[place];
        if (field.Type == 2 && depth < MaxDepth && !dice.OneIn(4))
        {
            fields[place] = field with { Content = Edit(field.Content, dice, depth + 1) };
            return Write(fields);
        }

        switch (dice.Below(6))
        {
            case 0:
                fields.RemoveAt(place);
                break;
            case 1:
                fields.InsertRange(place, Enumerable.Repeat(field, 1 + dice.Below(MaxCopies)));
                break;
            case 2:
                fields[place] = field with { Number = 1 + dice.Below(20) };
                break;
            case 3:
                fields[place] = new Field(field.Number, 0, Varint((ulong)dice.Number()));
                break;
            case 4 when field.Type == 2:
                fields[place] = field with { Content = [] };
                break;
            default:
                fields[place] = field.Type switch
                {
                    0 => field with { Content = Varint((ulong)dice.Number()) },
                    2 => field with { Content = Bytes.Mutate(field.Content, dice) },
                    _ => field with { Content = Fixed(field.Content.Length, dice) },
                };
                break;
        }

        return Write(fields);
    }

    private static byte[] Fixed(int width, Dice dice)
    {
        byte[] number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(
            number, dice.OneIn(3) ? BitConverter.SingleToInt32Bits(float.NaN) : dice.Number());
        return number[..width];
    }

    /// <summary>The fields, or null if the bytes are no message.</summary>
    private static List<Field>? Parse(ReadOnlySpan<byte> rest)
    {
        List<Field> fields = [];
        while (!rest.IsEmpty)
        {
            if (!TryVarint(ref rest, out ulong tag) || tag >> 3 is 0 or > 1000)
            {
                return null;
            }

            int type = (int)(tag & 7), length = type == 1 ? 8 : 4;
            ReadOnlySpan<byte> start = rest;
            switch (type)
            {
                case 0 when TryVarint(ref rest, out _):
                    fields.Add(new Field((int)(tag >> 3), type, start[..^rest.Length].ToArray()));
                    continue;
                case 2 when TryVarint(ref rest, out ulong count) && count <= (ulong)rest.Length:
                    length = (int)count;
                    break;
                case 1 or 5 when rest.Length >= length:
                    break;
                default:
                    return null;
            }

            fields.Add(new Field((int)(tag >> 3), type, rest[..length].ToArray()));
            rest = rest[length..];
        }

        return fields;
    }

    private static byte[] Write(List<Field> fields) =>
    [
        .. fields.SelectMany(field => (IEnumerable<byte>)
        [
            .. Varint(((ulong)field.Number << 3) | (uint)field.Type),
            .. field.Type == 2 ? Varint((ulong)field.Content.Length) : [],
            .. field.Content,
        ]),
    ];

    private static byte[] Varint(ulong value)
    {
        List<byte> bytes = [];
        for (; value >= 0x80; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }

    private static bool TryVarint(ref ReadOnlySpan<byte> rest, out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && !rest.IsEmpty; shift += 7)
        {
            byte next = rest[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Field(int Number, int Type, byte[] Content);
}
