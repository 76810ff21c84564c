using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Aligner.Core.Binary;

namespace Aligner.Neural.Graphs;

/// <summary>Writes protocol buffer fields (the wire format of developers.google.com/protocol-buffers).</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    /// <summary>A whole number or an enumeration.</summary>
    public void Integer(int field, long value)
    {
        Tag(field, WireType.Varint);
        Varint((ulong)value);
    }

    public void Float(int field, float value)
    {
        Tag(field, WireType.Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(_buffer.GetSpan(sizeof(float)), value);
        _buffer.Advance(sizeof(float));
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Delimited);
        Varint((ulong)value.Length);
        _buffer.Write(value);
    }

    /// <summary>A text, left out if it is empty.</summary>
    public void Text(int field, string value)
    {
        if (value.Length > 0)
        {
            Bytes(field, Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>A text of a list, where an empty one counts too.</summary>
    public void Item(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message inside this one.</summary>
    public void Message(int field, Action<ProtoWriter> write)
    {
        ProtoWriter inner = new();
        write(inner);
        Bytes(field, inner.Written.Span);
    }

    private void Tag(int field, WireType type) => Varint((uint)field << 3 | (uint)type);

    private void Varint(ulong value)
    {
        Span<byte> target = _buffer.GetSpan(10);
        int length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            target[length++] = (byte)(value | 0x80);
        }

        target[length++] = (byte)value;
        _buffer.Advance(length);
    }
}
