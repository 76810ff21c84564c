using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords;

public class PieceBoundsTests
{
    private const string Bert = """
        , "normalizer": {"type": "BertNormalizer", "lowercase": true}, "pre_tokenizer": {"type": "BertPreTokenizer"}
        """;

    private static readonly string[] Words = ["....", "unable", "a"];

    private readonly SubwordTokenizer _tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

    [Fact]
    public void Within_the_bounds_nothing_changes()
    {
        EncodedPieces pieces = _tokenizer.Encode(Words, PieceBounds.Default);

        pieces.IsCut.ShouldBeFalse();
        pieces.Ids.ToArray().ShouldBe(_tokenizer.Encode(Words).Ids.ToArray());
    }

    [Fact]
    public void A_word_keeps_its_first_pieces()
    {
        EncodedPieces pieces = _tokenizer.Encode(Words, new PieceBounds { PiecesOfWord = 2 });

        pieces.IsCut.ShouldBeTrue();
        _tokenizer.Pieces(pieces).ShouldBe(". . un ##able a");
        pieces.Words.ToArray().ShouldBe([0, 0, 1, 1, 2]);
        pieces.Places().ShouldBe("0:1 1:2 0:2 2:6 0:1");
    }

    [Theory]
    [InlineData(6, ". . un ##able a")]
    [InlineData(5, ". un a")]
    [InlineData(1, ". un a")]
    public void The_words_of_a_long_sentence_have_equal_shares(int bound, string expected)
    {
        EncodedPieces pieces = _tokenizer.Encode(Words, new PieceBounds { PiecesOfSentence = bound });

        pieces.IsCut.ShouldBeTrue();
        _tokenizer.Pieces(pieces).ShouldBe(expected);
    }

    [Theory]
    [InlineData("unable", 2, "un")]
    [InlineData("a\U0001F600", 2, "a")]
    public void Of_a_long_word_the_beginning_is_looked_at(string word, int characters, string expected)
    {
        EncodedPieces pieces = _tokenizer.Encode([word], new PieceBounds { CharactersOfWord = characters });

        pieces.IsCut.ShouldBeTrue();
        _tokenizer.Pieces(pieces).ShouldBe(expected);
    }
}
