using System.Buffers.Binary;
using System.Text;
using Aligner.Core;

namespace Aligner.Statistical.Storage;

/// <summary>An entry of the directory of a model, of which only the numbers that fit each other are believed.</summary>
/// <param name="Name">The section.</param>
/// <param name="Offset">Its first byte in the file, at least 0.</param>
/// <param name="Length">Its bytes, at least 0.</param>
/// <param name="Checksum">Their CRC-32C.</param>
internal readonly record struct ModelEntry(string Name, long Offset, int Length, uint Checksum)
{
    /// <summary>The bytes before the name.</summary>
    public const int FixedLength = 24;

    /// <summary>Reads a directory.</summary>
    /// <exception cref="DataException">An entry is cut short, or has a number that none can have.</exception>
    public static List<ModelEntry> ReadAll(ReadOnlySpan<byte> directory, string file)
    {
        List<ModelEntry> entries = [];
        while (!directory.IsEmpty)
        {
            if (directory.Length < FixedLength)
            {
                throw Broken(file, entries.Count);
            }

            long offset = BinaryPrimitives.ReadInt64LittleEndian(directory);
            long length = BinaryPrimitives.ReadInt64LittleEndian(directory[8..]);
            uint checksum = BinaryPrimitives.ReadUInt32LittleEndian(directory[16..]);
            int nameLength = BinaryPrimitives.ReadInt32LittleEndian(directory[20..]);
            directory = directory[FixedLength..];
            if (offset < 0 || length < 0 || length > Array.MaxLength || nameLength < 0 || nameLength > directory.Length)
            {
                throw Broken(file, entries.Count);
            }

            entries.Add(new ModelEntry(
                Encoding.UTF8.GetString(directory[..nameLength]), offset, (int)length, checksum));
            directory = directory[nameLength..];
        }

        return entries;
    }

    private static DataException Broken(string file, int entry) =>
        new($"{file}: the model is damaged: entry {entry + 1} of its directory");
}
