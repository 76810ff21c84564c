using Aligner.Core;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords;

public class SubwordTokenizerTests
{
    private const string Bert = """
        , "normalizer": {"type": "BertNormalizer", "lowercase": true}, "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "cls": ["[CLS]", 1], "sep": ["[SEP]", 2]},
        "added_tokens": [{"id": 10, "content": "<x>", "normalized": false, "lstrip": true, "special": true}]
        """;

    [Fact]
    public void Words_know_their_pieces()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        EncodedPieces pieces = tokenizer.Encode(["UNABLE", "\u0007", "a.", "É"]);

        tokenizer.Pieces(pieces).ShouldBe("un ##able a . e");
        pieces.Words.ToArray().ShouldBe([0, 0, 2, 2, 3]);
        pieces.Places().ShouldBe("0:2 2:6 0:1 1:2 0:1");
    }

    [Fact]
    public void A_pair_has_types_sides_and_special_tokens()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        EncodedSequence pair = tokenizer.AddSpecialTokens(tokenizer.Encode(["una"]), tokenizer.Encode(["a", "."]));

        pair.Pieces.Ids.ToArray().ShouldBe([1, 3, 5, 2, 6, 7, 2]);
        pair.TypeIds.ToArray().ShouldBe([0, 0, 0, 0, 1, 1, 1]);
        pair.Sides.ToArray().ShouldBe([-1, 0, 0, -1, 1, 1, -1]);
        pair.Pieces.Words.ToArray().ShouldBe([-1, 0, 0, -1, 0, 1, -1]);
    }

    [Fact]
    public void Added_tokens_take_the_blanks_that_they_ask_for()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        tokenizer.Encode("a  <x> a").Places().ShouldBe("0:1 1:6 7:8");
        tokenizer.VocabularySize.ShouldBe(11);
        tokenizer.Piece(10).ShouldBe("<x>");
        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(1, 2, null, null, 0));
    }

    [Fact]
    public void Places_ascend_within_words_and_words_ascend()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);
        Prop.ForAll(TokenizerTestText.Any.Generator.ListOf().ToArbitrary(), words =>
        {
            EncodedPieces pieces = tokenizer.Encode([.. words]);
            for (int i = 0; i < pieces.Count; i++)
            {
                bool isFirst = i == 0 || pieces.Words[i - 1] < pieces.Words[i];
                if (pieces.Spans[i].End > words[pieces.Words[i]].Length
                    || !(isFirst || (pieces.Words[i - 1] == pieces.Words[i]
                        && pieces.Spans[i - 1].Start <= pieces.Spans[i].Start)))
                {
                    return false;
                }
            }

            return true;
        }).Check(TokenizerTestText.Seeded);
    }

    [Fact]
    public void Metaspace_pieces_spell_the_text()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(
            """{"type": "BPE", "vocab": {"▁": 0, "a": 1, "b": 2, "▁a": 3, "ab": 4}, "merges": ["▁ a", "a b"]}""",
            """, "pre_tokenizer": {"type": "Metaspace"}""");
        Prop.ForAll(Gen.Elements('a', 'b', ' ').ListOf().ToArbitrary(), letters =>
        {
            string text = string.Concat(letters);
            string spelled = string.Concat(tokenizer.Encode(text).Ids.ToArray().Select(tokenizer.Piece));
            string expected = text.Replace(' ', '▁');
            return spelled == (text.Length == 0 || text[0] == ' ' ? expected : $"▁{expected}");
        }).Check(TokenizerTestText.Seeded);
    }

    [Theory]
    [InlineData("tokenizer.json", """{"model": {"type": "WordLevel"}}""", "a model of type 'WordLevel'")]
    [InlineData("tokenizer.json", """{"a": 1}""", "has no 'model'")]
    [InlineData("tokenizer.json", """{"model": {"type": "BPE", "vocab": {}, "merges": ["a b"]}}""", "names 'ab'")]
    [InlineData("tokenizer.json", """{"model": {"type": "Unigram", "vocab": [["a", 0]]}}""", "unk_id' is missing")]
    [InlineData("tokenizer.json", """{"normalizer": {"type": "Odd"}, "model": {}}""", "a normalizer of type 'Odd'")]
    [InlineData("vocab.txt", "a\nb\n", "lacks the piece")]
    [InlineData("spm.model", "\u000A\u0010a", "not a SentencePiece model")]
    [InlineData("tokenizer.bin", "", "is no tokenizer")]
    [InlineData("other.txt", null, "cannot read")]
    public void A_damaged_tokenizer_is_refused(string name, string? content, string message)
    {
        using Testing.TempFolder folder = new();
        string path = content is null ? folder.Path(name) : folder.Write(name, content);

        Should.Throw<DataException>(() => SubwordTokenizer.Load(path)).Message.ShouldContain(message);
    }
}
