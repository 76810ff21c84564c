using System.IO.Compression;
using System.Text;
using Aligner.Core.Text;

namespace Aligner.Core.Tests.Text;

public sealed class TextInputTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("plain.txt", false)]
    [InlineData("text.gz", true)]
    [InlineData("gzip-by-content.txt", true)]
    public void Gzip_is_recognized_whatever_the_name(string name, bool compress)
    {
        byte[] content = "a b\nc\n"u8.ToArray();
        File.WriteAllBytes(_folder.Path(name), compress ? Gzip(content) : content);

        ReadAll(name).ShouldBe(["a b", "c"]);
    }

    [Fact]
    public void All_members_of_a_gzip_file_are_read()
    {
        File.WriteAllBytes(_folder.Path("two.gz"), [.. Gzip("a\nb"u8.ToArray()), .. Gzip("c\nd\n"u8.ToArray())]);

        ReadAll("two.gz").ShouldBe(["a", "bc", "d"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(1000)]
    public void A_truncated_gzip_file_is_bad_data(int missing)
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000))));
        File.WriteAllBytes(_folder.Path("cut.gz"), whole[..^missing]);

        Should.Throw<DataException>(() => ReadAll("cut.gz"))
            .Message.ShouldMatch(@"cut\.gz:\d+: damaged compressed data");
    }

    [Fact]
    public void A_corrupt_gzip_file_is_bad_data()
    {
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 5000))));
        whole[^6] ^= 1;
        File.WriteAllBytes(_folder.Path("corrupt.gz"), whole);

        Should.Throw<DataException>(() => ReadAll("corrupt.gz"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("plain text\n")]
    public void A_gz_name_without_gzip_content_is_bad_data(string content)
    {
        _folder.Write("fake.gz", content);

        Should.Throw<DataException>(() => ReadAll("fake.gz")).Message.ShouldContain("does not hold gzip data");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void Tiny_files_are_read(string content)
    {
        _folder.Write("tiny.txt", content);

        ReadAll("tiny.txt").ShouldBe(content.Length == 0 ? [] : [content]);
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        string missing = _folder.Path("missing.txt");
        string folder = Path.GetDirectoryName(missing)!;

        Should.Throw<IOException>(() => TextInput.Open(missing))
            .Message.ShouldBe($"cannot read {missing}: no such file");
        Should.Throw<IOException>(() => TextInput.Open(folder))
            .Message.ShouldBe($"cannot read {folder}: it is a folder");
    }

    public void Dispose() => _folder.Dispose();

    private List<string> ReadAll(string name)
    {
        using LineReader reader = TextInput.Open(_folder.Path(name));
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream result = new();
        using (GZipStream gzip = new(result, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return result.ToArray();
    }
}
