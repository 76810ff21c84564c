using System.IO.Compression;
using System.Text;
using Aligner.Core;
using Aligner.Similarity.Vectors;

namespace Aligner.Similarity.Tests.Vectors;

public sealed class VectorFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2 3\ncat 1 0.5 -2e-1\nDog 0 0 1\n")]
    [InlineData("2 3\ncat 1 0.5 -0.2 \nDog 0 0 1 \n")]
    [InlineData("cat 1 0.5 -0.2\nDog 0 0 1")]
    [InlineData("2 3\r\ncat 1 0.5 -0.2\r\nDog 0 0 1\r\n")]
    public void Text_is_read_with_or_without_a_header(string content)
    {
        WordVectors vectors = Read(_folder.Write("v.vec", content));
        vectors.Words.ShouldBe(["cat", "Dog"]);
        vectors[0].ToArray().ShouldBe([1, 0.5f, -0.2f]);
        vectors[1].ToArray().ShouldBe([0, 0, 1]);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n2 1\na 1\nb 2\n")]
    [InlineData("0 2147483647\n")]
    [InlineData(" \n")]
    public void Text_whose_start_makes_no_sense_is_refused(string content) =>
        Should.Throw<DataException>(() => Read(_folder.Write("v.vec", content))).Message.ShouldContain("v.vec");

    [Fact]
    public void Only_wanted_words_are_kept_and_of_equal_ones_the_first()
    {
        string path = _folder.Write("v.vec", "3 1\na 1\nb 2\na 3\n");
        WordVectors vectors = VectorFile.Read(path, new HashSet<string> { "a", "z" }, default);
        vectors.Words.ShouldBe(["a"]);
        vectors[0].ToArray().ShouldBe([1]);
        vectors.TryFind("z", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void Word2vec_binary_is_read_with_and_without_newlines(string end)
    {
        byte[] content = Word2Vec(end);
        File.WriteAllBytes(_folder.Path("v.bin"), content);
        using (GZipStream zip = new(File.Create(_folder.Path("v.bin.gz")), CompressionLevel.Fastest))
        {
            zip.Write(content);
        }

        foreach (string name in new[] { "v.bin", "v.bin.gz" })
        {
            WordVectors vectors = Read(_folder.Path(name));
            vectors.Words.ShouldBe(["cat", "größe"]);
            vectors[0].ToArray().ShouldBe([1, 2]);
            vectors[1].ToArray().ShouldBe([-1, 0.5f]);
        }

        VectorFile.Read(_folder.Path("v.bin"), new HashSet<string> { "größe" }, default).Words.ShouldBe(["größe"]);
    }

    [Theory]
    [InlineData("", "v.vec: no vectors")]
    [InlineData("cat\n", "v.vec:1: neither a header nor a word")]
    [InlineData("1 2\ncat 1\n", "v.vec:2: 1 values where there should be 2")]
    [InlineData("1 2\ncat 1 2 3\n", "v.vec:2: 3 values where there should be 2")]
    [InlineData("1 2\ncat 1 x\n", "v.vec:2: \"x\" is not a finite number")]
    [InlineData("1 2\ncat 1 NaN\n", "v.vec:2: \"NaN\" is not a finite number")]
    [InlineData("1 2\ncat 1,5 2\n", "v.vec:2: \"1,5\" is not a finite number")]
    [InlineData("3 1\ncat 1\ndog 2\n", "the header says 3 words, but there are 2")]
    public void Malformed_text_is_refused_with_its_place(string content, string message) =>
        Should.Throw<DataException>(() => Read(_folder.Write("v.vec", content))).Message.ShouldContain(message);

    [Fact]
    public void A_damaged_binary_file_is_refused_with_its_place()
    {
        byte[] content = Word2Vec("\n");
        File.WriteAllBytes(_folder.Path("v.bin"), content[..^3]);
        Should.Throw<DataException>(() => Read(_folder.Path("v.bin")))
            .Message.ShouldContain($"v.bin: at byte {content.Length - 3}: the file ends too early");
        File.WriteAllText(_folder.Path("v.bin"), "cat 1 2\n");
        Should.Throw<DataException>(() => Read(_folder.Path("v.bin"))).Message
            .ShouldContain("neither a fastText model");
        content.AsSpan(^5)[..4].Fill(0xFF);
        File.WriteAllBytes(_folder.Path("v.bin"), content);
        Should.Throw<DataException>(() => Read(_folder.Path("v.bin"))).Message.ShouldContain("not finite");
    }

    private static WordVectors Read(string path) => VectorFile.Read(path, wanted: null, default);

    private static byte[] Word2Vec(string end)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            writer.Write("2 2\n"u8);
            Write("cat ", 1, 2);
            Write("größe ", -1, 0.5f);

            void Write(string word, float x, float y)
            {
                writer.Write(Encoding.UTF8.GetBytes(word));
                writer.Write(x);
                writer.Write(y);
                writer.Write(Encoding.UTF8.GetBytes(end));
            }
        }

        return stream.ToArray();
    }
}
