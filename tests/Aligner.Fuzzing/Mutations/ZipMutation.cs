using System.IO.Compression;

namespace Aligner.Fuzzing.Mutations;

/// <summary>Changes the content of one entry of a ZIP archive.</summary>
/// <param name="inner">Changes it.</param>
internal sealed class ZipMutation(IMutation inner) : IMutation
{
    public byte[] Mutate(byte[] input, Dice dice)
    {
        using MemoryStream stream = new();
        stream.Write(input);
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true);
            using Stream entry = dice.Pick(archive.Entries).Open();
            byte[] content = new byte[entry.Length];
            entry.ReadExactly(content);
            entry.SetLength(0);
            entry.Write(inner.Mutate(content, dice));
        }
        catch (InvalidDataException)
        {
            return inner.Mutate(input, dice); // a mutation before this one broke the archive itself
        }

        return stream.ToArray();
    }
}
