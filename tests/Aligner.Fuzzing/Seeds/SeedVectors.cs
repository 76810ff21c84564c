using System.Text;

namespace Aligner.Fuzzing.Seeds;

/// <summary>Small files of word vectors.</summary>
internal static class SeedVectors
{
    private static readonly string[] Words = ["</s>", "das", "the", "Haus", "house"];

    public static byte[] Text { get; } = SeedTexts.Of(
        "4 3", "das 1 0.5 -0.25", "the 0.9 0.5 -0.2", "Haus 0 -1 1e-3", "house 0.1 -1 0");

    public static byte[] Word2Vec { get; } = Build(writer =>
    {
        writer.Write(Encoding.ASCII.GetBytes($"{Words.Length} 2\n"));
        foreach (string word in Words)
        {
            writer.Write(Encoding.UTF8.GetBytes(word + " "));
            writer.Write(word.Length * 0.25f);
            writer.Write(-1f);
            writer.Write((byte)'\n');
        }
    });

    /// <summary>Two n-gram lengths, 7 buckets, vectors of two values.</summary>
    public static byte[] FastText { get; } = Build(writer =>
    {
        const int buckets = 7;
        Array.ForEach([793712314, 12, 2, 5, 5, 1, 5, 1, 2, 2, buckets, 3, 4, 100], writer.Write);
        writer.Write(1e-4);
        Array.ForEach([Words.Length, Words.Length, 0], writer.Write);
        writer.Write(1000L);
        writer.Write(-1L);
        foreach (string word in Words)
        {
            writer.Write(Encoding.UTF8.GetBytes(word));
            writer.Write((byte)0);
            writer.Write(10L);
            writer.Write((byte)0);
        }

        writer.Write(false);
        writer.Write((long)Words.Length + buckets);
        writer.Write(2L);
        for (int row = 0; row < Words.Length + buckets; row++)
        {
            writer.Write(row * 0.5f);
            writer.Write(1f - row);
        }
    });

    private static byte[] Build(Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
