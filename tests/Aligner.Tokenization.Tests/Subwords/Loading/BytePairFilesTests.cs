using Aligner.Core;
using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public sealed class BytePairFilesTests : IDisposable
{
    private const string Vocabulary = """
        {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3, "a": 4, "b": 5, "Ġ": 6, "ab": 7, "Ġab": 8, "#": 9, "#a": 10,
         "<mask>": 11}
        """;

    private const string Merges = "#version: 0.2\na b\nĠ ab\n# a\n\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "ab ab", "ab Ġab", "0:2 3:5")]
    [InlineData("""{"add_prefix_space": true}""", "ab ab", "Ġab Ġab", "0:2 3:5")]
    [InlineData(null, "#ab", "# ab", "0:1 1:3")]
    [InlineData(null, "ab <mask>a", "ab <mask> a", "0:2 3:9 9:10")]
    [InlineData(null, "axb", "a <unk> b", "0:1 1:2 2:3")]
    public void Pieces_are_those_of_RoBERTa(string? config, string text, string pieces, string places)
    {
        if (config is not null)
        {
            _folder.Write("tokenizer_config.json", config);
        }

        SubwordTokenizer tokenizer = Load(Vocabulary, Merges);

        tokenizer.Pieces(tokenizer.Encode(text)).ShouldBe(pieces);
        tokenizer.Encode(text).Places().ShouldBe(places);
    }

    [Fact]
    public void Special_tokens_are_those_of_RoBERTa()
    {
        SubwordTokenizer tokenizer = Load(Vocabulary, Merges);
        EncodedPieces pieces = tokenizer.Encode("a");

        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(0, 2, 1, 11, 3));
        tokenizer.AddSpecialTokens(pieces, pieces).Pieces.Ids.ToArray().ShouldBe([0, 4, 2, 2, 4, 2]);
    }

    [Fact]
    public void A_first_line_that_is_no_version_is_a_merge() =>
        Load(Vocabulary, "a b\n").Encode("ab").Ids.ToArray().ShouldBe([7]);

    [Theory]
    [InlineData(Vocabulary, null, "merges.txt: no such file")]
    [InlineData(Vocabulary, "#version: 0.2\na b\nb a\n", "merges.txt:3: 'b a' names 'ba', which the vocabulary lacks")]
    [InlineData(Vocabulary, "a b c\n", "merges.txt:1: 'a b c' is not a pair of pieces")]
    [InlineData("""{"a": 0}""", "", "vocab.json: lacks <s> or </s>, so it is no vocabulary of RoBERTa")]
    [InlineData("""{"a": "b"}""", "", "vocab.json: 'a' is not a number")]
    [InlineData("[]", "", "vocab.json: is not an object")]
    [InlineData("{", "", "vocab.json:1: not JSON")]
    public void Damaged_files_are_refused(string vocabulary, string? merges, string message) =>
        Should.Throw<DataException>(() => Load(vocabulary, merges)).Message.ShouldContain(_folder.Path(message));

    [Fact]
    public void A_special_token_of_the_map_is_a_piece()
    {
        _folder.Write("special_tokens_map.json", """{"cls_token": "[C]"}""");

        Should.Throw<DataException>(() => Load(Vocabulary, Merges)).Message.ShouldContain(
            _folder.Path("special_tokens_map.json: 'cls_token' names '[C]', which the vocabulary lacks"));
    }

    private SubwordTokenizer Load(string vocabulary, string? merges)
    {
        if (merges is not null)
        {
            _folder.Write("merges.txt", merges);
        }

        return SubwordTokenizer.Load(_folder.Write("vocab.json", vocabulary));
    }
}
