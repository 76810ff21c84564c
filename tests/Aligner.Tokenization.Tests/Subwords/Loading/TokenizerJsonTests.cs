using Aligner.Core;
using Aligner.Tokenization.Subwords;

namespace Aligner.Tokenization.Tests.Subwords.Loading;

public class TokenizerJsonTests
{
    private const string Model = """ "model": {"type": "WordPiece", "vocab": {"[UNK]": 0, "a": 1}} """;

    [Theory]
    [InlineData("""{"merges": [], "vocab": {"a": 0}}""", "a")] // old files do not name the type
    [InlineData("""{"unk_id": 0, "vocab": [["<unk>", -1], ["a", -1]]}""", "a <unk>")]
    [InlineData("""{"max_input_chars_per_word": 9, "vocab": {"[UNK]": 0, "##b": 1}}""", "[UNK]")]
    [InlineData("""
        {"type": "WordPiece", "unk_token": "?", "continuing_subword_prefix": "@", "vocab": {"?": 0, "a": 1, "@b": 2}}
        """, "a @b")]
    [InlineData("""{"type": "WordPiece", "max_input_chars_per_word": 1, "vocab": {"[UNK]": 0, "a": 1, "##b": 2}}""",
        "[UNK]")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": 700, "a": 5, "##b": 0}}""", "a ##b")] // gaps
    public void Models_are_read(string model, string expected)
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(model);

        tokenizer.Pieces(tokenizer.Encode("ab")).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"model": """, ":1: not JSON")]
    [InlineData("{\n\"model\": tru}", ":2: not JSON")]
    [InlineData("", "not JSON")]
    [InlineData("[]", "has no 'model'")]
    [InlineData("""{"a": 1}""", "has no 'model', so it is no tokenizer.json")]
    [InlineData("""{"model": {"type": "BPE", "vocab": {"a": 0, "a": 1}, "merges": []}}""", "not JSON: Duplicate")]
    [InlineData("""{"model": {"type": "WordLevel"}}""", "'model' is a model of type 'WordLevel', which is not known")]
    [InlineData("""{"model": {"vocab": {}}}""", "'model.type' is missing")]
    public void A_damaged_file_is_refused(string json, string message) => Check(json, message);

    [Theory]
    [InlineData("""{"type": "WordPiece", "vocab": {"a": 0}}""", "'model.unk_token' names '[UNK]'")]
    [InlineData("""{"type": "WordPiece", "vocab": ["[UNK]"]}""", "'model.vocab' is not an object")]
    [InlineData("""{"type": "WordPiece"}""", "'model.vocab' is missing")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": -1}}""", "'model.vocab.[UNK]' is -1, not a whole number")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": 0.5}}""", "'model.vocab.[UNK]' is 0.5")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": "0"}}""", "'model.vocab.[UNK]' is not a number")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": 2147483647}}""", "has the id 2147483647, but 1 pieces")]
    [InlineData("""{"type": "WordPiece", "vocab": {"[UNK]": 0, "a": 0}}""", "gives the id 0 to both '[UNK]' and 'a'")]
    [InlineData("""{"type": "WordPiece", "vocab": {"\ud800": 0}}""", "not JSON")]
    [InlineData("""{"type": "WordPiece", "unk_token": "\ud800", "vocab": {}}""", "'model.unk_token' holds text that")]
    [InlineData("""{"type": "BPE", "vocab": {"a": 0}, "merges": ["a b"]}""", "'model.merges[0]' names 'b'")]
    [InlineData("""{"type": "BPE", "vocab": {"a": 0, "b": 1}, "merges": ["a b"]}""", "'model.merges[0]' names 'ab'")]
    [InlineData("""{"type": "BPE", "vocab": {"a": 0}, "merges": ["a"]}""", "'model.merges[0]' is not a pair")]
    [InlineData("""{"type": "BPE", "vocab": {"a": 0}, "merges": [["a", 1]]}""", "'model.merges[0][1]' is not a")]
    [InlineData("""{"type": "BPE", "vocab": {"a": 0}}""", "'model.merges' is missing")]
    [InlineData("""{"type": "BPE", "vocab": {}, "merges": [], "fuse_unk": 1}""", "'model.fuse_unk' is not true or")]
    [InlineData("""{"type": "Unigram", "vocab": [["a", 0]]}""", "'model.unk_id' is missing")]
    [InlineData("""{"type": "Unigram", "unk_id": 1, "vocab": [["a", 0]]}""", "'model.unk_id' is 1, but there are 1")]
    [InlineData("""{"type": "Unigram", "unk_id": 0, "vocab": [["a"]]}""", "'model.vocab[0]' is not a piece and its")]
    [InlineData("""{"type": "Unigram", "unk_id": 0, "vocab": [["a", 1e999]]}""", "'model.vocab[0][1]' is 1e999")]
    public void A_damaged_model_is_refused(string model, string message) =>
        Check($$"""{"model": {{model}}}""", message);

    [Theory]
    [InlineData("""{"type": "Odd"}""", "a normalizer of type 'Odd'")]
    [InlineData("[]", "'normalizer.type' is missing")]
    [InlineData("""{"type": "Sequence"}""", "'normalizer.normalizers' is missing")]
    [InlineData("""{"type": "Sequence", "normalizers": [{"type": "Odd"}]}""", "'normalizer.normalizers[0]' is a")]
    [InlineData("""{"type": "Replace", "pattern": {"Regex": "("}, "content": ""}""",
        "'normalizer.pattern.Regex' is no regular expression")]
    [InlineData("""{"type": "Replace", "pattern": {"String": ""}, "content": ""}""", "'normalizer.pattern' is empty")]
    [InlineData("""{"type": "Replace", "pattern": {}, "content": ""}""", "'normalizer.pattern.Regex' is missing")]
    [InlineData("""{"type": "Precompiled", "precompiled_charsmap": "%"}""", "precompiled_charsmap' is damaged")]
    [InlineData("""{"type": "Precompiled", "precompiled_charsmap": "AQA="}""", "ends within its header")]
    public void A_damaged_normalizer_is_refused(string normalizer, string message) =>
        Check($$"""{"normalizer": {{normalizer}}, {{Model}}}""", message);

    [Fact]
    public void A_pattern_that_would_never_end_ends()
    {
        SubwordTokenizer tokenizer = TinyTokenizer.Load(
            TinyTokenizer.Bpe, """, "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(a+)+$"}}""");
        tokenizer.Encode(new string('a', 5000) + "b").Count.ShouldBe(5000);
        tokenizer = TinyTokenizer.Load(
            TinyTokenizer.Bpe, """, "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "(a+)+(?=c)"}}""");
        Should.Throw<DataException>(() => tokenizer.Encode(new string('a', 5000) + "b")).Message
            .ShouldStartWith("the tokenizer's pattern \"(a+)+(?=c)\" takes too long on \"aaaa");
    }

    [Fact]
    public void A_text_that_grows_without_end_is_refused()
    {
        string replace = """{"type": "Replace", "pattern": {"String": "a"}, "content": "aaaaaaaaaa"}""";
        string all = string.Join(", ", Enumerable.Repeat(replace, 9));
        SubwordTokenizer tokenizer = TinyTokenizer.Load(
            TinyTokenizer.Bpe, $$""", "normalizer": {"type": "Sequence", "normalizers": [{{all}}]}""");
        Should.Throw<DataException>(() => tokenizer.Encode("a")).Message
            .ShouldContain("makes a text of more than");
    }

    [Theory]
    [InlineData("""{"type": "Odd"}""", "a pre-tokenizer of type 'Odd'")]
    [InlineData("""{"type": "Split", "pattern": {"Regex": "[a"}}""", "is no regular expression")]
    [InlineData("""{"type": "Split", "pattern": {"String": "a"}, "behavior": "Odd"}""", "behavior' is 'Odd'")]
    [InlineData("""{"type": "Punctuation", "behavior": "1"}""", "behavior' is '1'")]
    [InlineData("""{"type": "Metaspace", "replacement": "ab"}""", "replacement' is 'ab', not one character")]
    [InlineData("""{"type": "Metaspace", "prepend_scheme": "odd"}""", "prepend_scheme' is 'odd', not always")]
    public void A_damaged_pre_tokenizer_is_refused(string preTokenizer, string message) =>
        Check($$"""{"pre_tokenizer": {{preTokenizer}}, {{Model}}}""", message);

    [Theory]
    [InlineData("""{"content": "x"}""", "'added_tokens[0].id' is missing")]
    [InlineData("""{"id": 2}""", "'added_tokens[0].content' is missing")]
    [InlineData("""{"id": 2147483647, "content": "x"}""", "has the id 2147483647, but there are 2 pieces")]
    [InlineData("""{"id": 2, "content": "x"}, {"id": 2, "content": "y"}""", "'added_tokens[1]' has the id 2 of 'x'")]
    public void A_damaged_added_token_is_refused(string tokens, string message) =>
        Check($$"""{"added_tokens": [{{tokens}}], {{Model}}}""", message);

    [Fact]
    public void Ids_of_special_tokens_lie_in_the_vocabulary()
    {
        string bert = """ "post_processor": {"type": "BertProcessing", "sep": ["", 1], "cls": ["", 2]} """;

        Check($$"""{{{bert}}, {{Model}}}""", "'post_processor.cls[1]' is 2, but there are 2 ids");
        using TempFolder folder = new();
        SubwordTokenizer.Load(folder.Write(
            "tokenizer.json", $$"""{{{bert}}, "added_tokens": [{"id": 2, "content": "x"}], {{Model}}}"""))
            .VocabularySize.ShouldBe(3);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        using TempFolder folder = new();
        string path = folder.Path("tokenizer.json");
        File.WriteAllBytes(path, [.. """{"model": {"type": "BPE", "vocab": {"a"""u8, 0xFF, .. "\": 0}}}"u8]);

        Should.Throw<DataException>(() => SubwordTokenizer.Load(path)).Message.ShouldStartWith($"{path}: ");
    }

    private static void Check(string json, string message)
    {
        using TempFolder folder = new();
        string path = folder.Write("tokenizer.json", json);

        Should.Throw<DataException>(() => SubwordTokenizer.Load(path)).Message.ShouldSatisfyAllConditions(
            text => text.ShouldStartWith($"{path}:"), text => text.ShouldContain(message));
    }
}
