using Aligner.Tokenization.Subwords.Loading;

namespace Aligner.Tokenization.Tests.Subwords.PreTokenizers;

public class PreTokenizerTests
{
    [Theory]
    [InlineData("null", " a b", " a b")]
    [InlineData("""{"type": "WhitespaceSplit"}""", " a\u3000b\tc. ", "a|b|c.")]
    [InlineData("""{"type": "WhitespaceSplit"}""", " \t", "")]
    [InlineData("""{"type": "Whitespace"}""", "don't a_b  ...é! 👩", "don|'|t|a_b|...|é|!|👩")]
    [InlineData("""{"type": "BertPreTokenizer"}""", "don't(x)$ a。b…", "don|'|t|(|x|)|$|a|。|b|…")]
    [InlineData("""{"type": "Digits"}""", "ab12²c", "ab|12²|c")]
    [InlineData("""{"type": "Digits", "individual_digits": true}""", "ab12c", "ab|1|2|c")]
    [InlineData("""{"type": "Split", "pattern": {"Regex": "[a-z]+"}, "behavior": "Removed", "invert": true}""",
        "ab1cd", "ab|cd")]
    [InlineData("""{"type": "Split", "pattern": {"Regex": "x*"}}""", "axxb", "a|xx|b")]
    [InlineData("""{"type": "Split", "pattern": {"Regex": "."}}""", "a👩b", "a|👩|b")] // no half characters
    [InlineData("""{"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Digits"}]}""",
        "a1 2", "a|1|2")]
    public void Splits_text(string json, string text, string expected) => Check(json, text, expected);

    [Theory]
    [InlineData("Removed", "a|b")]
    [InlineData("Isolated", "a|.|.|b|.")]
    [InlineData("Contiguous", "a|..|b|.")]
    [InlineData("MergedWithPrevious", "a.|.|b.")]
    [InlineData("MergedWithNext", "a|.|.b|.")]
    public void Matches_become_what_the_behavior_says(string behavior, string expected)
    {
        Check($$"""{"type": "Punctuation", "behavior": "{{behavior}}"}""", "a..b.", expected);
        Check(
            $$"""{"type": "Split", "pattern": {"String": "."}, "behavior": "{{behavior}}"}""", "a..b.", expected);
    }

    [Theory]
    [InlineData("", "a b", "▁a|▁b")]
    [InlineData("", " a  b ", "▁a|▁|▁b|▁")]
    [InlineData("", "▁a", "▁a")]
    [InlineData(""", "split": false""", "a b", "▁a▁b")]
    [InlineData(""", "prepend_scheme": "never" """, "a b", "a|▁b")]
    [InlineData(""", "add_prefix_space": false""", "a b", "a|▁b")]
    [InlineData(""", "replacement": "_", "prepend_scheme": "first" """, "a b", "_a|_b")]
    public void Metaspace_writes_spaces_before_words(string members, string text, string expected) =>
        Check($$"""{"type": "Metaspace"{{members}}}""", text, expected);

    [Theory]
    [InlineData("always", "▁a|▁b")]
    [InlineData("first", "▁a|b")]
    [InlineData("never", "a|b")]
    public void Metaspace_after_a_split_heeds_its_scheme(string scheme, string expected) => Check(
        $$"""
        {"type": "Sequence", "pretokenizers": [
            {"type": "WhitespaceSplit"}, {"type": "Metaspace", "prepend_scheme": "{{scheme}}"}]}
        """,
        "a b",
        expected);

    private static void Check(string json, string text, string expected) =>
        PreTokenizerJson.Read(Steps.Json(json)).Run(text).ShouldBe(expected);
}
