using System.Text;
using Aligner.Core;
using Aligner.Similarity.Vectors;

namespace Aligner.Similarity.Tests.Vectors;

public sealed class FastTextModelTests : IDisposable
{
    private const int Buckets = 50;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The published test vectors of 32-bit FNV-1a.</summary>
    [Theory]
    [InlineData("", 0x811C9DC5)]
    [InlineData("a", 0xE40C292C)]
    [InlineData("foobar", 0xBF9CF968)]
    public void The_hash_is_fnv_1a(string text, uint hash) =>
        FastTextSubwords.Hash(Encoding.ASCII.GetBytes(text)).ShouldBe(hash);

    /// <summary>0xC3 is taken as −61, so it flips the upper 24 bits: (0x811C9DC5 ^ 0xFFFFFFC3) · 0x01000193.</summary>
    [Fact]
    public void Bytes_above_127_are_hashed_as_negative_numbers() =>
        FastTextSubwords.Hash([0xC3]).ShouldBe(unchecked(0x7EE36206u * 0x01000193u));

    [Fact]
    public void Subwords_are_counted_in_characters_without_the_marks_alone()
    {
        string[] grams = ["<ü", "<üb", "ü", "üb", "üb>", "b", "b>"];
        new FastTextSubwords(1, 3, 1 << 20).Of("üb").ShouldBe(
            [.. grams.Select(gram => (int)(FastTextSubwords.Hash(Encoding.UTF8.GetBytes(gram)) % (1 << 20)))]);
        new FastTextSubwords(3, 6, 1 << 20).Of("a").Count.ShouldBe(1);
        new FastTextSubwords(0, 0, 0).Of("word").ShouldBeEmpty();
    }

    [Fact]
    public void The_vector_of_a_word_is_the_mean_of_its_row_and_its_subwords()
    {
        string path = Write(version: 12);
        WordVectors vectors = VectorFile.Read(path, new HashSet<string> { "cat", "Cat", "kitten" }, default);
        vectors.Words.ShouldBe(["cat", "kitten"], "Cat is listed in lower case");
        vectors[0].ToArray().ShouldBe(Mean("cat", ownRow: 1), 1e-4f);
        vectors[1].ToArray().ShouldBe(Mean("kitten", ownRow: null), 1e-4f);
        VectorFile.Read(path, wanted: null, default).Words.ShouldBe(["</s>", "cat", "dog"]);
        VectorFile.Read(path, new HashSet<string> { "</s>" }, default)[0].ToArray().ShouldBe(Row(0));
    }

    [Fact]
    public void Models_that_cannot_be_read_say_why()
    {
        Failure(Write(version: 13)).ShouldContain("fastText version 13");
        Failure(Write(quantized: true)).ShouldContain("quantized");
        Failure(Write(rows: 7)).ShouldContain("a matrix of 7 × 2 for 3 words");
        byte[] whole = File.ReadAllBytes(Write());
        foreach (int length in new[] { 5, 40, 70, 100, whole.Length - 1 })
        {
            File.WriteAllBytes(_folder.Path("m.bin"), whole[..length]);
            Failure(_folder.Path("m.bin")).ShouldContain("m.bin: at byte ");
        }
    }

    [Fact]
    public void A_sum_of_subwords_that_is_not_finite_is_refused() =>
        Failure(Write(every: float.MaxValue)).ShouldContain("the vectors of \"cat\" have a sum that is not finite");

    private static string Failure(string path) =>
        Should.Throw<DataException>(() => VectorFile.Read(path, wanted: null, default)).Message;

    private static float[] Row(int row) => [row, (row * row) % 17];

    private static float[] Mean(string word, int? ownRow)
    {
        string marked = $"<{word}>";
        List<int> rows = ownRow is { } own ? [own] : [];
        for (int start = 0; start < marked.Length; start++)
        {
            for (int length = 3; length <= 4 && start + length <= marked.Length; length++)
            {
                byte[] ngram = Encoding.ASCII.GetBytes(marked.Substring(start, length));
                rows.Add(3 + (int)(FastTextSubwords.Hash(ngram) % Buckets));
            }
        }

        return [rows.Average(row => Row(row)[0]), rows.Average(row => Row(row)[1])];
    }

    private string Write(int version = 12, bool quantized = false, long rows = 3 + Buckets, float? every = null)
    {
        string path = _folder.Path("m.bin");
        using BinaryWriter writer = new(File.Create(path));
        int[] arguments = [793712314, version, 2, 5, 5, 1, 5, 1, 2, 2, Buckets, 3, 4, 100];
        Array.ForEach(arguments, writer.Write);
        writer.Write(1e-4);
        Array.ForEach([3, 3, 0], writer.Write);
        writer.Write(1000L);
        writer.Write(-1L);
        foreach (string word in new[] { "</s>", "cat", "dog" })
        {
            writer.Write(Encoding.UTF8.GetBytes(word));
            writer.Write((byte)0);
            writer.Write(10L);
            writer.Write((byte)0);
        }

        writer.Write(quantized);
        writer.Write(rows);
        writer.Write(2L);
        for (int row = 0; row < rows; row++)
        {
            Array.ForEach(every is { } value ? [value, value] : Row(row), writer.Write);
        }

        return path;
    }
}
