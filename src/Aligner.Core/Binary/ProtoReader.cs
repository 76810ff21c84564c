using System.Buffers.Binary;
using System.Text;

namespace Aligner.Core.Binary;

/// <summary>Reads protocol buffer fields one after another; fields that are not requested are skipped.</summary>
public ref struct ProtoReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;
    private ulong _number;
    private ReadOnlySpan<byte> _content;

    /// <summary>The number of the field just read.</summary>
    public int Field { get; private set; }

    /// <summary>How the field just read is stored.</summary>
    public WireType Type { get; private set; }

    /// <summary>The whole number just read.</summary>
    public readonly long WholeNumber => Type == WireType.Varint ? (long)_number : throw Unexpected();

    /// <summary>The 32-bit number just read.</summary>
    public readonly float RealNumber =>
        Type == WireType.Fixed32 ? BitConverter.UInt32BitsToSingle((uint)_number) : throw Unexpected();

    /// <summary>The bytes or the message just read.</summary>
    public readonly ReadOnlySpan<byte> Content => Type == WireType.Delimited ? _content : throw Unexpected();

    /// <summary>The text just read.</summary>
    public readonly string Text => Encoding.UTF8.GetString(Content);

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early or are no protocol buffer.</exception>
    public bool Read()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        ulong tag = Varint();
        Field = (int)(tag >> 3);
        Type = (WireType)(tag & 7);
        switch (Type)
        {
            case WireType.Varint:
                _number = Varint();
                break;
            case WireType.Fixed32:
                _number = BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));
                break;
            case WireType.Fixed64:
                _number = BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));
                break;
            case WireType.Delimited:
                _content = Take(Varint());
                break;
            default:
                throw Unexpected();
        }

        return true;
    }

    /// <summary>Adds the whole numbers just read: one, or a packed list.</summary>
    public readonly void AddIntegers(List<long> list)
    {
        if (Type == WireType.Varint)
        {
            list.Add(WholeNumber);
            return;
        }

        ProtoReader packed = new(Content);
        while (!packed._rest.IsEmpty)
        {
            list.Add((long)packed.Varint());
        }
    }

    /// <summary>Adds the 32-bit numbers just read: one, or a packed list.</summary>
    public readonly void AddFloats(List<float> list)
    {
        if (Type == WireType.Fixed32)
        {
            list.Add(RealNumber);
            return;
        }

        for (ReadOnlySpan<byte> rest = Content; !rest.IsEmpty; rest = rest[sizeof(float)..])
        {
            list.Add(rest.Length >= sizeof(float)
                ? BinaryPrimitives.ReadSingleLittleEndian(rest)
                : throw Unexpected());
        }
    }

    private static InvalidDataException Unexpected() => new("it is damaged or of another kind");

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)_rest.Length)
        {
            throw new InvalidDataException("it ends too early");
        }

        ReadOnlySpan<byte> taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Unexpected();
    }
}
