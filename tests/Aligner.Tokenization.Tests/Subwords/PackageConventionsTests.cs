using System.Buffers;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Tests.Words;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML.Tokenizers;

namespace Aligner.Tokenization.Tests.Subwords;

/// <summary>What a program sees that knows Microsoft.ML.Tokenizers alone.</summary>
public class PackageConventionsTests
{
    private const string Bert = """
        , "normalizer": {"type": "BertNormalizer"}, "pre_tokenizer": {"type": "BertPreTokenizer"},
        "post_processor": {"type": "BertProcessing", "cls": ["[CLS]", 1], "sep": ["[SEP]", 2]},
        "decoder": {"type": "WordPiece"}
        """;

    /// <summary>é has no piece, but its two bytes have.</summary>
    private const string Bytes = """
        {"type": "BPE", "byte_fallback": true, "unk_token": "a", "merges": [],
         "vocab": {"a": 0, "<0xC3>": 1, "<0xA9>": 2}}
        """;

    [Fact]
    public void Tokens_have_ids_spellings_and_places_in_the_text_as_given()
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        IReadOnlyList<EncodedToken> tokens = tokenizer.EncodeToTokens("UNABLE É.", out string? normalized);

        tokens.ShouldBe(
        [
            new EncodedToken(3, "un", 0..2), new EncodedToken(4, "##able", 2..6), new EncodedToken(9, "e", 7..8),
            new EncodedToken(7, ".", 8..9),
        ]);
        normalized.ShouldBeNull();
    }

    [Fact]
    public void Ids_and_counts_are_those_of_the_pieces_without_special_tokens()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);
        Prop.ForAll(TokenizerTestText.Any, text =>
        {
            int[] ids = tokenizer.Encode(text).Ids.ToArray();
            return tokenizer.EncodeToIds(text).SequenceEqual(ids)
                && tokenizer.EncodeToIds(text.AsSpan()).SequenceEqual(ids)
                && tokenizer.CountTokens(text) == ids.Length;
        }).Check(TokenizerTestText.Seeded);
    }

    [Theory]
    [InlineData(1, "3", 2)]
    [InlineData(2, "3 4", 6)]
    [InlineData(3, "3 4 6", 10)]
    [InlineData(4, "3 4 6", 10)]
    public void A_limit_of_tokens_says_how_much_of_the_text_they_are(int limit, string ids, int consumed)
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        string.Join(' ', tokenizer.EncodeToIds("unable a  ", limit, out string? normalized, out int count))
            .ShouldBe(ids);
        count.ShouldBe(consumed);
        normalized.ShouldBeNull();
        tokenizer.GetIndexByTokenCount("unable a  ", limit, out _, out int tokens).ShouldBe(consumed);
        tokens.ShouldBe(Math.Min(limit, 3));
    }

    [Theory]
    [InlineData(1, 7, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 0, 3)]
    [InlineData(4, 0, 3)]
    public void A_limit_of_tokens_from_the_end_says_where_they_begin(int limit, int index, int count)
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        tokenizer.GetIndexByTokenCountFromEnd("unable a", limit, out _, out int tokens).ShouldBe(index);
        tokens.ShouldBe(count);
    }

    [Fact]
    public void No_limit_cuts_a_character_in_two()
    {
        Tokenizer tokenizer = TinyTokenizer.Load(Bytes);

        tokenizer.EncodeToIds("aéa", 2, out _, out int consumed).ShouldBe([0]);
        consumed.ShouldBe(1);
        tokenizer.EncodeToIds("aéa", 3, out _, out consumed).ShouldBe([0, 1, 2]);
        consumed.ShouldBe(2);
        tokenizer.GetIndexByTokenCount("aéa", 2, out _, out int count).ShouldBe(1);
        count.ShouldBe(1);
        tokenizer.GetIndexByTokenCountFromEnd("aéa", 2, out _, out count).ShouldBe(2);
        count.ShouldBe(1);
    }

    [Theory]
    [InlineData(true, true, "un ##able . a")]
    [InlineData(false, true, "[UNK] . a")]
    [InlineData(true, false, "[UNK]")]
    [InlineData(false, false, "[UNK]")]
    public void Steps_can_be_left_out(bool normalizes, bool splits, string pieces)
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        string.Join(' ', tokenizer.EncodeToTokens("UNABLE. a", out _, splits, normalizes).Select(token => token.Value))
            .ShouldBe(pieces);
    }

    [Theory]
    [InlineData(true, "Ġ a Ġ b")]
    [InlineData(false, "Ġ a Ġ b")]
    public void Bytes_are_written_whether_or_not_text_is_split(bool splits, string pieces) => string.Join(
        ' ',
        TinyTokenizer.Load(TinyTokenizer.Bpe, """, "pre_tokenizer": {"type": "ByteLevel"}""")
            .EncodeToTokens("a b", out _, considerPreTokenization: splits)
            .Select(token => token.Value)).ShouldBe(pieces);

    [Fact]
    public void Decoding_spells_the_text()
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        tokenizer.Decode([1, 3, 4, 6, 7, 2]).ShouldBe("[CLS] unable a. [SEP]");
        tokenizer.Decode([]).ShouldBe(string.Empty);
    }

    [Fact]
    public void Decoding_an_id_without_a_piece_is_an_error()
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);

        Should.Throw<InvalidOperationException>(() => tokenizer.Decode([3, 10]));
        tokenizer.Decode([3, 10], new char[9], out _, out _).ShouldBe(OperationStatus.InvalidData);
    }

    [Fact]
    public void Decoding_into_a_buffer_writes_all_or_nothing()
    {
        Tokenizer tokenizer = TinyTokenizer.Load(TinyTokenizer.WordPiece, Bert);
        char[] buffer = new char[6];

        tokenizer.Decode([3, 4, 6], buffer, out int consumed, out int written)
            .ShouldBe(OperationStatus.DestinationTooSmall);
        (consumed, written).ShouldBe((0, 0));
        tokenizer.Decode([3, 4], buffer, out consumed, out written).ShouldBe(OperationStatus.Done);
        (consumed, written).ShouldBe((2, 6));
        buffer.ShouldBe("unable");
    }
}
