using System.IO.Compression;
using System.Text;
using Aligner.Core;
using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public sealed class TokenizerLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Root => Path.GetDirectoryName(_folder.Path("x"))!;

    public void Dispose() => _folder.Dispose();

    /// <summary>Each file makes a tokenizer of another size.</summary>
    [Fact]
    public void Of_a_folder_the_first_known_file_is_taken()
    {
        _folder.Write("merges.txt", "");
        _folder.Write("vocab.json", """{"<s>": 0, "</s>": 1}""");
        SubwordTokenizer.Load(Root).VocabularySize.ShouldBe(2);

        File.WriteAllBytes(_folder.Path("spm.model"), new SentencePieceBuilder()
            .Add(SentencePieceBuilder.Unknown, ("<unk>", 0), ("a", 0), ("b", 0)).Bytes);
        SubwordTokenizer.Load(Root).VocabularySize.ShouldBe(3);

        _folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n");
        SubwordTokenizer.Load(Root).VocabularySize.ShouldBe(5);

        Compress("tokenizer.json.gz", """{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}}""");
        SubwordTokenizer.Load(Root).VocabularySize.ShouldBe(1);
    }

    [Fact]
    public void The_map_of_special_tokens_holds_for_tokenizer_json()
    {
        _folder.Write("special_tokens_map.json", """{"pad_token": "a", "mask_token": {"content": "<m>"}}""");
        string path = _folder.Write("tokenizer.json", """
            {"model": {"type": "BPE", "vocab": {"a": 0, "[PAD]": 1, "[SEP]": 2}, "merges": []},
             "added_tokens": [{"id": 7, "content": "<m>"}]}
            """);

        SubwordTokenizer.Load(path).SpecialTokens.ShouldBe(new SpecialTokenIds(null, 2, 0, 7, null));
    }

    [Fact]
    public void A_missing_tokenizer_is_named()
    {
        Message(_folder.Path("tokenizer.json")).ShouldContain($"cannot read {_folder.Path("tokenizer.json")}: no such");
        Message(Root).ShouldContain($"{Root}: has no tokenizer: none of tokenizer.json, vocab.txt");
        Message(_folder.Write("tokenizer.bin", "")).ShouldContain("tokenizer.bin: is no tokenizer: neither .json");
    }

    [Theory]
    [InlineData("tokenizer.json.gz")]
    [InlineData("vocab.txt.gz")]
    [InlineData("spm.model.gz")]
    public void A_truncated_archive_is_refused(string name)
    {
        Compress(name, string.Concat(Enumerable.Range(0, 1000)));
        byte[] bytes = File.ReadAllBytes(_folder.Path(name));
        File.WriteAllBytes(_folder.Path(name), bytes[..(bytes.Length / 2)]);

        Message(_folder.Path(name)).ShouldStartWith(_folder.Path(name));
    }

    private static string Message(string path) =>
        Should.Throw<DataException>(() => SubwordTokenizer.Load(path)).Message;

    private void Compress(string name, string content)
    {
        using GZipStream gzip = new(File.Create(_folder.Path(name)), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(content));
    }
}
