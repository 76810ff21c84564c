using System.Buffers.Binary;
using System.Text;

namespace Aligner.Neural.Pickles;

/// <summary>The bytes of a pickle, read from front to back.</summary>
/// <param name="bytes">The pickle.</param>
internal sealed class PickleBytes(byte[] bytes)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    public byte ReadByte() => Take(1)[0];

    public int ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>Skips a length that a reader of a stream would need.</summary>
    public void SkipFrame() => Take(8);

    /// <summary>A whole number of up to 8 bytes, with its sign.</summary>
    public long ReadLong(int length)
    {
        if (length > sizeof(long))
        {
            throw Broken($"a number of {length} bytes");
        }

        Span<byte> padded = stackalloc byte[sizeof(long)];
        ReadOnlySpan<byte> number = Take(length);
        padded.Fill(length > 0 && number[^1] >= 0x80 ? (byte)0xFF : (byte)0);
        number.CopyTo(padded);
        return BinaryPrimitives.ReadInt64LittleEndian(padded);
    }

    /// <summary>Text of a given length.</summary>
    public string ReadText(long length)
    {
        try
        {
            return Strict.GetString(Take(length));
        }
        catch (DecoderFallbackException)
        {
            throw Broken("text that is not UTF-8");
        }
    }

    /// <summary>Text up to the end of the line.</summary>
    public string ReadLine()
    {
        int length = bytes.AsSpan(Position).IndexOf((byte)'\n');
        string line = ReadText(length < 0 ? long.MaxValue : length);
        Position++;
        return line;
    }

    /// <summary>An error at the place reached.</summary>
    public InvalidDataException Broken(string message) => new($"byte {Position} of the pickle: {message}");

    private ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - Position)
        {
            throw Broken("it is truncated");
        }

        ReadOnlySpan<byte> taken = bytes.AsSpan(Position, (int)count);
        Position += (int)count;
        return taken;
    }
}
