namespace Aligner.Tokenization.Tests.Subwords;

public class ModelTests
{
    private const string Blanks = """, "pre_tokenizer": {"type": "WhitespaceSplit"}""";
    private const string Metaspace = """, "pre_tokenizer": {"type": "Metaspace"}""";

    [Theory]
    [InlineData("unable", "un ##able")]
    [InlineData("una", "un ##a")]
    [InlineData("able", "[UNK]")] // "a" and then no "##ble"
    [InlineData("una unable", "un ##a un ##able")]
    public void WordPiece_takes_the_longest_piece_first(string text, string expected) =>
        Pieces(TinyTokenizer.WordPiece, Blanks, text).ShouldBe(expected);

    [Theory]
    [InlineData("a", "▁a")] // −2 against −3 − 2.5
    [InlineData("ab", "▁a b")] // −4.5 against −4.6 and −3 − 4
    [InlineData("b", "▁ b")]
    [InlineData("axyb", "▁a <unk> b")] // unknown characters in a row are one
    public void Unigram_takes_the_most_probable_pieces(string text, string expected) =>
        Pieces(TinyTokenizer.Unigram, Metaspace, text).ShouldBe(expected);

    [Theory]
    [InlineData("abc", "abc")] // b c first, then a bc
    [InlineData("ab", "ab")]
    [InlineData("aab", "a ab")]
    [InlineData("bcbc", "bc bc")]
    public void Bpe_merges_the_lowest_rank_first(string text, string expected) =>
        Pieces(TinyTokenizer.Bpe, Blanks, text).ShouldBe(expected);

    [Theory]
    [InlineData("ab é", "ab Ġ Ã ©", "0:2 2:3 3:4 3:4")]
    public void Byte_level_pieces_keep_the_places_of_their_characters(string text, string expected, string places)
    {
        var tokenizer = TinyTokenizer.Load(
            TinyTokenizer.Bpe, """, "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false}""");

        tokenizer.Pieces(tokenizer.Encode(text)).ShouldBe(expected);
        tokenizer.Encode(text).Places().ShouldBe(places);
    }

    [Fact]
    public void Unknown_characters_become_bytes_where_the_model_says_so() =>
        Pieces(
            """
            {"type": "Unigram", "unk_id": 0, "byte_fallback": true,
             "vocab": [["<unk>", 0], ["a", -1], ["<0xC3>", 0], ["<0xA9>", 0]]}
            """,
            string.Empty,
            "aéax").ShouldBe("a <0xC3> <0xA9> a <unk>");

    private static string Pieces(string model, string members, string text)
    {
        var tokenizer = TinyTokenizer.Load(model, members);
        return tokenizer.Pieces(tokenizer.Encode(text));
    }
}
