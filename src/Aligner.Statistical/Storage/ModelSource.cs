using Aligner.Core;

namespace Aligner.Statistical.Storage;

/// <summary>
/// The bytes of a model, one part after the other. They are read, not mapped: a file that is cut short while a mapped
/// model is in use would end the process.
/// </summary>
/// <param name="stream">The bytes; not disposed of.</param>
/// <param name="name">What messages call it.</param>
internal sealed class ModelSource(Stream stream, string name)
{
    /// <summary>Memory is taken as bytes come: what a file says of its length costs nothing.</summary>
    private const int FirstChunk = 1 << 16;

    /// <summary>What messages call it.</summary>
    public string Name => name;

    /// <summary>The next part.</summary>
    /// <exception cref="DataException">There are fewer bytes.</exception>
    public ReadOnlyMemory<byte> Take(int length)
    {
        byte[] bytes = new byte[Math.Min(length, FirstChunk)];
        int read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw new DataException($"{name}: the model is cut short");
            }

            if (read == length)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(length, 2L * read));
        }
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd() => stream.ReadByte() < 0;
}
