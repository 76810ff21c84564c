using Aligner.Core;
using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public sealed class VocabularyFileTests : IDisposable
{
    private const string Small = "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_line_is_a_piece_and_its_number_the_id()
    {
        SubwordTokenizer tokenizer = Load($"{Small}\r\nun\n##able\n\n.");

        EncodedSequence sequence = tokenizer.AddSpecialTokens(tokenizer.Encode("unable. [MASK] x"));

        sequence.Pieces.Ids.ToArray().ShouldBe([2, 6, 7, 9, 4, 1, 3]);
        tokenizer.VocabularySize.ShouldBe(10);
        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(2, 3, 0, 4, 1));
    }

    [Theory]
    [InlineData("e\né\n", null, "É", "e")] // no piece has a capital
    [InlineData("E\né\nÉ\n", null, "É", "É")]
    [InlineData("e\né\nÉ\n", """{"do_lower_case": true}""", "É", "e")]
    [InlineData("e\né\nÉ\n", """{"do_lower_case": true, "strip_accents": false}""", "É", "é")]
    [InlineData("e\né\n", """{"do_lower_case": false}""", "é", "é")]
    [InlineData("中\n##国\n", """{"tokenize_chinese_chars": false}""", "中国", "中 ##国")]
    [InlineData("中\n国\n", null, "中国", "中 国")]
    [InlineData("ℝ\ne\n", null, "E", "e")] // a capital that has no small letter
    public void Settings_and_pieces_say_how_to_normalize(string pieces, string? config, string text, string expected)
    {
        if (config is not null)
        {
            _folder.Write("tokenizer_config.json", config);
        }

        SubwordTokenizer tokenizer = Load(Small + pieces);

        tokenizer.Pieces(tokenizer.Encode(text)).ShouldBe(expected);
    }

    [Fact]
    public void Special_tokens_are_those_of_the_map()
    {
        _folder.Write("special_tokens_map.json", """
            {"cls_token": "<s>", "sep_token": {"content": "</s>", "lstrip": false}, "unk_token": "?",
             "pad_token": "_", "mask_token": "[M]", "bos_token": "absent"}
            """);

        SubwordTokenizer tokenizer = Load("?\n_\n<s>\n</s>\n[M]\na\n");

        tokenizer.SpecialTokens.ShouldBe(new SpecialTokenIds(2, 3, 1, 4, 0));
        tokenizer.AddSpecialTokens(tokenizer.Encode("a b[M]")).Pieces.Ids.ToArray().ShouldBe([2, 5, 0, 4, 3]);
    }

    [Theory]
    [InlineData("a\nb\n", null, "vocab.txt: lacks the piece [CLS], so it is no vocabulary of BERT")]
    [InlineData("", null, "vocab.txt: lacks the piece [CLS]")]
    [InlineData(Small, """{"mask_token": "<m>"}""", "vocab.txt: lacks the piece <m>")]
    [InlineData(Small, """{"mask_token": 3}""", "special_tokens_map.json: 'mask_token' is not a string")]
    [InlineData(Small, """{"mask_token": {}}""", "special_tokens_map.json: 'mask_token.content' is missing")]
    [InlineData(Small, "{", "special_tokens_map.json:1: not JSON")]
    public void Damaged_files_are_refused(string vocabulary, string? map, string message)
    {
        if (map is not null)
        {
            _folder.Write("special_tokens_map.json", map);
        }

        Should.Throw<DataException>(() => Load(vocabulary)).Message.ShouldContain(_folder.Path(message));
    }

    private SubwordTokenizer Load(string vocabulary) => SubwordTokenizer.Load(_folder.Write("vocab.txt", vocabulary));
}
