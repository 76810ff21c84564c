using Aligner.Core;
using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Tests.Subwords.Normalizers;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public sealed class SentencePieceLoaderTests : IDisposable
{
    private const int ModelType = 3;
    private const int BlankIsSuffix = 24;
    private const int ByteFallback = 35;
    private const int AddsPrefix = 3;
    private const int RemovesExtraSpaces = 4;
    private const int EscapesSpaces = 5;

    private readonly TempFolder _folder = new();

    private static SentencePieceBuilder Start => new SentencePieceBuilder()
        .Add(SentencePieceBuilder.Unknown, ("<unk>", 0))
        .Add(SentencePieceBuilder.Control, ("<s>", 0), ("</s>", 0));

    private static SentencePieceBuilder Unigram => Start
        .Add(SentencePieceBuilder.Normal, ("▁", -3), ("a", -1), ("b", -2), ("▁a", -1.5f), ("ab", -1.25f));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a  b a ", "▁a ▁ b ▁a", "0:1 1:2 3:4 4:6")]
    [InlineData("ab", "▁a b", "0:1 1:2")] // −3.5 against −4.25 and −6
    [InlineData("bab", "▁ b ab", "0:1 0:1 1:3")]
    [InlineData("<s>", "▁ <unk>", "0:1 0:3")] // text never spells a control piece
    [InlineData("axya", "▁a <unk> a", "0:1 1:3 3:4")]
    [InlineData("", "", "")]
    public void Unigram_models_are_read(string text, string pieces, string places) =>
        Check(Unigram, text, pieces, places);

    [Theory]
    [InlineData("ab", "▁ab", "0:2")]
    [InlineData("bab", "▁ b ab", "0:1 0:1 1:3")]
    [InlineData("axy", "▁a <unk>", "0:1 1:3")]
    public void Bpe_models_merge_the_highest_score_first(string text, string pieces, string places) => Check(
        Start.Train(ModelType, 2).Add(
            SentencePieceBuilder.Normal, ("ab", 0), ("▁a", -1), ("▁ab", -2), ("▁", -3), ("a", -4), ("b", -5)),
        text,
        pieces,
        places);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Unknown_characters_become_bytes_but_text_never_spells_these(int modelType) => Check(
        Unigram.Train(ModelType, modelType).Train(ByteFallback, 1).Add(
            SentencePieceBuilder.Byte,
            [.. "C3 A9 3C 30 78 43 33 3E".Split(' ').Select(value => ($"<0x{value}>", 0f))]),
        "bé<0xC3>",
        "▁ b <0xC3> <0xA9> <0x3C> <0x30> <0x78> <0x43> <0x33> <0x3E>",
        "0:1 0:1 1:2 1:2 2:3 3:4 4:5 5:6 6:7 7:8");

    [Fact]
    public void Users_pieces_stay_whole_and_unused_ones_are_not_used() => Check(
        Unigram.Add(SentencePieceBuilder.UserDefined, ("ba", 0)).Add(SentencePieceBuilder.Unused, ("aa", 0)),
        "abaa",
        "▁a ba a",
        "0:1 1:3 3:4");

    [Theory]
    [InlineData(AddsPrefix, " a  a", "a ▁a", "1:2 2:5")]
    [InlineData(RemovesExtraSpaces, "a  a ", "▁a ▁ ▁a ▁", "0:1 1:2 2:4 4:5")]
    public void Settings_of_the_normalizer_are_heeded(int off, string text, string pieces, string places) =>
        Check(Unigram.Normalize(off, 0), text, pieces, places);

    [Fact]
    public void The_character_map_is_applied() =>
        Check(Unigram.Map(CharsMapBuilder.Build(("Ａ", "a"), ("ß", "bb"))), "Ａß", "▁a b b", "0:1 1:2 1:2");

    [Theory]
    [InlineData("sentencepiece.bpe.model", null, true)]
    [InlineData("spm.model", null, false)]
    [InlineData("spm.model", """{"tokenizer_class": "XLMRobertaTokenizer"}""", true)]
    [InlineData("sentencepiece.bpe.model", """{"tokenizer_class": "XLMRobertaTokenizerFast"}""", true)]
    public void Ids_are_those_of_fairseq_for_XLMR_alone(string name, string? config, bool isFairseq)
    {
        if (config is not null)
        {
            _folder.Write("tokenizer_config.json", config);
        }

        SubwordTokenizer tokenizer = Load(name, Unigram.Bytes);

        tokenizer.AddSpecialTokens(tokenizer.Encode("ab")).Pieces.Ids.ToArray()
            .ShouldBe(isFairseq ? [0, 7, 6, 2] : [6, 5]);
        tokenizer.SpecialTokens.ShouldBe(
            isFairseq ? new SpecialTokenIds(0, 2, 1, 9, 3) : new SpecialTokenIds(1, 2, null, null, 0));
        tokenizer.VocabularySize.ShouldBe(isFairseq ? 10 : 8);
        if (isFairseq)
        {
            tokenizer.Encode("a <mask></s>").Ids.ToArray().ShouldBe([7, 9, 2]);
            tokenizer.Piece(9).ShouldBe("<mask>");
        }
    }

    [Fact]
    public void Pieces_named_as_BERTs_special_tokens_stand_around_sentences()
    {
        SubwordTokenizer tokenizer = Load(
            "spiece.model", Unigram.Add(SentencePieceBuilder.Control, ("[CLS]", 0), ("[SEP]", 0)).Bytes);

        tokenizer.AddSpecialTokens(tokenizer.Encode("a")).Pieces.Ids.ToArray().ShouldBe([8, 6, 9]);
    }

    public static TheoryData<byte[], string> Damaged => new()
    {
        { [], "it has no pieces" },
        { Unigram.Bytes[..20], "it ends too early" },
        { "some text\n"u8.ToArray(), "it is damaged or of another kind" },
        { Start.Train(ModelType, 3).Bytes, "is a model of type Word; only Unigram and Bpe are known" },
        { Unigram.Train(BlankIsSuffix, 1).Bytes, "blanks at the end of words" },
        { Unigram.Normalize(EscapesSpaces, 0).Bytes, "blanks at the end of words or unescaped" },
        { new SentencePieceBuilder().Add(SentencePieceBuilder.Normal, ("a", 0)).Bytes, "it has no unknown piece" },
        { Unigram.Add(SentencePieceBuilder.Normal, [0xFF], 0).Bytes, "a piece is not UTF-8" },
        { Unigram.Add(SentencePieceBuilder.Normal, ("c", float.NaN)).Bytes, "a score is NaN" },
        { Unigram.Map([1, 2]).Bytes, "the character map ends within its header" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_model_is_refused(byte[] bytes, string message) =>
        Should.Throw<DataException>(() => Load("spm.model", bytes)).Message.ShouldSatisfyAllConditions(
            text => text.ShouldStartWith(_folder.Path("spm.model") + ": "), text => text.ShouldContain(message));

    [Fact]
    public void A_model_of_another_start_has_no_ids_of_XLMR() =>
        Should.Throw<DataException>(() => Load("sentencepiece.bpe.model", new SentencePieceBuilder()
            .Add(SentencePieceBuilder.Unknown, ("<unk>", 0)).Add(SentencePieceBuilder.Normal, ("a", 0)).Bytes))
            .Message.ShouldContain("begins with <unk> a, but models as XLM-R with <unk> <s> </s>");

    [Fact]
    public void A_dictionary_of_another_encoder_is_refused()
    {
        _folder.Write("config.json", """{"model_type": "camembert"}""");

        Should.Throw<DataException>(() => Load("sentencepiece.bpe.model", Unigram.Bytes))
            .Message.ShouldContain("is the dictionary of a 'camembert'");
    }

    private SubwordTokenizer Load(string name, byte[] bytes)
    {
        File.WriteAllBytes(_folder.Path(name), bytes);
        return SubwordTokenizer.Load(_folder.Path(name));
    }

    private void Check(SentencePieceBuilder model, string text, string pieces, string places)
    {
        SubwordTokenizer tokenizer = Load("spm.model", model.Bytes);
        EncodedPieces encoded = tokenizer.Encode(text);

        tokenizer.Pieces(encoded).ShouldBe(pieces);
        encoded.Places().ShouldBe(places);
    }
}
