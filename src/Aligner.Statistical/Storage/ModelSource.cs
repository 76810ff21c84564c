using System.IO.MemoryMappedFiles;
using Aligner.Core;

namespace Aligner.Statistical.Storage;

/// <summary>The bytes of a model, one part after the other.</summary>
/// <param name="name">What messages call it.</param>
internal abstract class ModelSource(string name)
{
    /// <summary>What messages call it.</summary>
    public string Name => name;

    /// <summary>The next part.</summary>
    /// <exception cref="DataException">There are fewer bytes.</exception>
    public abstract ReadOnlyMemory<byte> Take(int length);

    /// <summary>Whether nothing is left.</summary>
    public abstract bool IsAtEnd();

    /// <summary>The fault of a source with too few bytes.</summary>
    protected DataException CutShort() => new($"{name}: the model is cut short");
}

/// <summary>A model read from a stream into memory.</summary>
internal sealed class StreamSource(Stream stream, string name) : ModelSource(name)
{
    /// <summary>Memory is taken as bytes come: what a file says of its length costs nothing.</summary>
    private const int FirstChunk = 1 << 16;

    public override ReadOnlyMemory<byte> Take(int length)
    {
        byte[] bytes = new byte[Math.Min(length, FirstChunk)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw CutShort();
            }

            if (read == length)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(length, 2L * read));
        }
    }

    public override bool IsAtEnd() => stream.ReadByte() < 0;
}

/// <summary>A model in a file that is mapped, not read.</summary>
internal sealed class MappedSource(MemoryMappedFile file, long size, string name) : ModelSource(name)
{
    private long _position;

    public override ReadOnlyMemory<byte> Take(int length)
    {
        if (length > size - _position)
        {
            throw CutShort();
        }

        long start = _position;
        _position += length;
        return length == 0 ? default : new MappedMemory<byte>(file, start, length).Memory;
    }

    public override bool IsAtEnd() => _position == size;
}
