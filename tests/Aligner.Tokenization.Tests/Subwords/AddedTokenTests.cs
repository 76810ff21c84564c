using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords;

public class AddedTokenTests
{
    private const string Model =
        """{"type": "BPE", "unk_token": "?", "vocab": {"?": 0, "x": 1, " ": 2}, "merges": []}""";
    private const string Lowercase = """, "normalizer": {"type": "Lowercase"}""";

    [Theory]
    [InlineData("", "x <t> x", "x   <t>   x", "0:1 1:2 2:5 5:6 6:7")]
    [InlineData(""", "lstrip": true""", "x \t<t> x", "x <t>   x", "0:1 1:6 6:7 7:8")]
    [InlineData(""", "rstrip": true""", "x <t>\u3000 x", "x   <t> x", "0:1 1:2 2:7 7:8")]
    [InlineData(""", "lstrip": true, "rstrip": true""", " <t> ", "<t>", "0:5")]
    [InlineData(""", "rstrip": true, "lstrip": true""", "<t>  <t>", "<t> <t>", "0:5 5:8")]
    [InlineData("", "x<t><t>x", "x <t> <t> x", "0:1 1:4 4:7 7:8")]
    [InlineData("", "<t", "? ?", "0:1 1:2")]
    [InlineData("", "", "", "")]
    public void Are_found_with_the_blanks_that_they_take(string members, string text, string pieces, string places) =>
        Check(Token(10, "<t>", members), "", text, pieces, places);

    [Theory]
    [InlineData("ab", "ab", "0:2")]
    [InlineData("ab.", "ab ?", "0:2 2:3")]
    [InlineData("xab", "x ? ?", "0:1 1:2 2:3")]
    [InlineData("ab\u0301", "? ? ?", "0:1 1:2 2:3")] // marks and digits belong to words
    [InlineData("ab1", "? ? ?", "0:1 1:2 2:3")]
    [InlineData("_ab", "? ? ?", "0:1 1:2 2:3")]
    [InlineData("ab𝔸", "? ? ?", "0:1 1:2 2:4")]
    public void Single_words_touch_no_word_characters(string text, string pieces, string places) =>
        Check(Token(10, "ab", """, "single_word": true"""), "", text, pieces, places);

    [Fact]
    public void What_a_refused_token_covers_is_not_searched_again() => Check(
        Token(10, "ab", """, "single_word": true""") + "," + Token(11, "b", ""),
        "",
        "xab b",
        "x ? ?   b",
        "0:1 1:2 2:3 3:4 4:5");

    [Fact]
    public void The_leftmost_longest_wins() => Check(
        Token(10, "<t>", "") + "," + Token(11, "<t>>", "") + "," + Token(12, "><", ""),
        "",
        "<t>>><t>",
        "<t>> >< ? ?",
        "0:4 4:6 6:7 7:8");

    [Theory]
    [InlineData("false", "<T>x<t>", "<T> x ? ? ?", "0:3 3:4 4:5 5:6 6:7")]
    [InlineData("true", "<T>x<t>", "<T> x <T>", "0:3 3:4 4:7")]
    public void Normalized_tokens_are_found_in_normalized_text(
        string normalized, string text, string pieces, string places) => Check(
            $$"""{"id": 10, "content": "<T>", "normalized": {{normalized}}}""", Lowercase, text, pieces, places);

    [Fact]
    public void Special_tokens_are_found_as_they_are_spelled_unless_told_otherwise()
    {
        Check("""{"id": 10, "content": "<T>", "special": true}""", Lowercase, "<t>", "? ? ?", "0:1 1:2 2:3");
        Check("""{"id": 10, "content": "<T>", "special": false}""", Lowercase, "<t>", "<T>", "0:3");
    }

    [Fact]
    public void Each_is_a_word_of_a_text()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(
            Model, $$""", "pre_tokenizer": {"type": "WhitespaceSplit"}, "added_tokens": [{{Token(10, "<t>", "")}}]""");

        tokenizer.Encode("xx <t> x<t>x").Words.ToArray().ShouldBe([0, 0, 1, 2, 3, 4]);
    }

    [Fact]
    public void Ids_and_spellings_go_beyond_the_model()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(
            Model, """, "added_tokens": [{"id": 10, "content": "<pad>"}, {"id": 2, "content": "[SEP]"}]""");

        tokenizer.VocabularySize.ShouldBe(11);
        tokenizer.Piece(10).ShouldBe("<pad>");
        tokenizer.Piece(5).ShouldBe(string.Empty);
        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(null, 2, 10, null, null));
        Should.Throw<ArgumentOutOfRangeException>(() => tokenizer.Piece(11));
        Should.Throw<ArgumentOutOfRangeException>(() => tokenizer.Piece(-1));
    }

    private static string Token(int id, string content, string members) =>
        $$"""{"id": {{id}}, "content": "{{content}}", "normalized": false{{members}}}""";

    private static void Check(string tokens, string members, string text, string pieces, string places)
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(Model, $"{members}, \"added_tokens\": [{tokens}]");
        EncodedPieces encoded = tokenizer.Encode(text);

        tokenizer.Pieces(encoded).ShouldBe(pieces);
        encoded.Places().ShouldBe(places);
    }
}
