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

    [Fact]
    public void More_words_and_longer_ones_than_are_remembered_come_out_the_same()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);
        string[] known = ["una", "un" + new string('a', 80)];
        int[] expected = [3, 5, 3, .. Enumerable.Repeat(5, 80)];

        EncodedPieces many = tokenizer.Encode([.. Enumerable.Range(0, 135_000).Select(i => $"{i}"), .. known]);

        many.Ids[..135_000].IndexOfAnyExcept(0).ShouldBe(-1); // [UNK]
        many.Ids[135_000..].ToArray().ShouldBe(expected);
        tokenizer.Encode(known).Ids.ToArray().ShouldBe(expected);
    }

    [Theory]
    [InlineData(TinyTokenizer.WordPiece, Bert)]
    [InlineData(TinyTokenizer.Unigram, """, "pre_tokenizer": {"type": "Metaspace"}""")]
    [InlineData(TinyTokenizer.Bpe, """, "pre_tokenizer": {"type": "ByteLevel"}""")]
    public void Threads_that_share_a_tokenizer_get_what_one_gets(string model, string members)
    {
        Random random = new(1);
        string[] parts = ["un", "able", "a", "b", "c", "é", "É", " ", "  ", "<x>", ".", "中", "👩", new string('a', 99)];
        string[] texts = [.. Enumerable.Range(0, 200).Select(_ => string.Concat(random.GetItems(parts, 12)))];
        SubwordTokenizer shared = TinyTokenizer.Load(model, members);
        SubwordTokenizer alone = TinyTokenizer.Load(model, members);

        string[] found = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            found[i] = Describe(shared, texts[i]));

        found.ShouldBe(texts.Select(text => Describe(alone, text)));
    }

    private static string Describe(SubwordTokenizer tokenizer, string text)
    {
        EncodedPieces pieces = tokenizer.Encode(text);
        EncodedPieces words = tokenizer.Encode(text.Split(' '));
        return $"{tokenizer.Pieces(pieces)} {pieces.Places()} {tokenizer.Pieces(words)} {words.Places()}";
    }
}
