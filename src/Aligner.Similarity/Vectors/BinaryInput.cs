using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Aligner.Core;

namespace Aligner.Similarity.Vectors;

/// <summary>Reads little-endian values and knows where it is, for error messages.</summary>
internal sealed class BinaryInput(Stream stream, string name) : IDisposable
{
    private const int MaxTextBytes = 1 << 16;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<byte> _text = [];
    private int _start;
    private int _end;
    private long _filled;

    /// <summary>Bytes read so far.</summary>
    public long Offset => _filled - (_end - _start);

    /// <summary>Whether the next bytes are these; they stay.</summary>
    public bool StartsWith(ReadOnlySpan<byte> bytes)
    {
        while (_end < bytes.Length && Fill())
        {
        }

        return _buffer.AsSpan(_start, _end - _start).StartsWith(bytes);
    }

    public bool IsAtEnd() => _start == _end && !Fill();

    public byte ReadByte()
    {
        if (IsAtEnd())
        {
            throw Error("the file ends too early");
        }

        return _buffer[_start++];
    }

    /// <summary>Reads exactly as many bytes as there is room for.</summary>
    public void ReadBytes(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (IsAtEnd())
            {
                throw Error("the file ends too early");
            }

            int count = Math.Min(bytes.Length, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(bytes);
            _start += count;
            bytes = bytes[count..];
        }
    }

    public int ReadInt32()
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        ReadBytes(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    public long ReadInt64()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        ReadBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    /// <summary>Reads finite numbers.</summary>
    public void ReadFloats(Span<float> values)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        ReadBytes(bytes);
        foreach (ref float value in values)
        {
            if (!BitConverter.IsLittleEndian)
            {
                value = BitConverter.Int32BitsToSingle(
                    BinaryPrimitives.ReverseEndianness(BitConverter.SingleToInt32Bits(value)));
            }

            if (!float.IsFinite(value))
            {
                throw Error("a vector holds a value that is not finite");
            }
        }
    }

    public void Skip(long count)
    {
        while (count > 0)
        {
            if (IsAtEnd())
            {
                throw Error("the file ends too early");
            }

            int skipped = (int)Math.Min(count, _end - _start);
            _start += skipped;
            count -= skipped;
        }
    }

    /// <summary>Reads UTF-8 up to a byte that ends it, which is dropped.</summary>
    public string ReadText(byte end)
    {
        _text.Clear();
        for (byte next = ReadByte(); next != end; next = ReadByte())
        {
            _text.Add(next);
            if (_text.Count > MaxTextBytes)
            {
                throw Error("a word has no end: is the file of another format?");
            }
        }

        ReadOnlySpan<byte> bytes = CollectionsMarshal.AsSpan(_text);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw Error("a word is not UTF-8");
    }

    /// <summary>What to throw where the file breaks its format.</summary>
    public DataException Error(string message) =>
        new(name, 0, string.Create(CultureInfo.InvariantCulture, $"at byte {Offset}: {message}"));

    public void Dispose() => stream.Dispose();

    /// <summary>Appends bytes to the buffer, from its start if it is used up.</summary>
    private bool Fill()
    {
        if (_start == _end)
        {
            (_start, _end) = (0, 0);
        }

        try
        {
            int count = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += count;
            _filled += count;
            return count > 0;
        }
        catch (InvalidDataException exception)
        {
            throw Error($"damaged compressed data: {exception.Message}");
        }
    }
}
