using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public class PackageTokenizerTests
{
    [Fact]
    public void Words_know_the_pieces_of_another_tokenizer()
    {
        SubwordTokenizer tokenizer = SubwordTokenizer.Of(PackageTokenizers.Bpe(), PackageTokenizers.BpePieces);

        EncodedPieces pieces = tokenizer.Encode(["hause", "us"]);

        tokenizer.Pieces(pieces).ShouldBe("haus e us");
        pieces.Words.ToArray().ShouldBe([0, 0, 1]);
        pieces.Places().ShouldBe("0:4 4:5 0:2");
        tokenizer.Encode("hause us").Words.ToArray().ShouldBe([0, 0, 1]);
        tokenizer.VocabularySize.ShouldBe(9);
        tokenizer.Decode([7, 8]).ShouldBe("hause");
    }

    [Theory]
    [InlineData("[CLS]", "[SEP]", "9 7 10")]
    [InlineData("<s>", "</s>", "9 7 10")]
    [InlineData("<x>", "<y>", "7")]
    public void Special_tokens_are_known_by_their_names(string first, string last, string ids)
    {
        SubwordTokenizer tokenizer = SubwordTokenizer.Of(
            PackageTokenizers.Bpe(),
            new Dictionary<string, int>(PackageTokenizers.BpePieces) { [first] = 9, [last] = 10 });

        string.Join(' ', tokenizer.AddSpecialTokens(tokenizer.Encode(["haus"])).Pieces.Ids.ToArray()).ShouldBe(ids);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MaxValue - 1)]
    public void An_id_that_cannot_be_is_an_error(int id) => Should.Throw<ArgumentException>(() => SubwordTokenizer.Of(
        PackageTokenizers.Bpe(), new Dictionary<string, int>(PackageTokenizers.BpePieces) { ["x"] = id }));
}
