using Aligner.Tokenization.Subwords;
using Aligner.Tokenization.Subwords.Loading;

namespace Aligner.Tokenization.Tests.Subwords.Normalizers;

public class NormalizerTests
{
    [Theory]
    [InlineData("null", " Ab ", " Ab ")]
    [InlineData("""{"type": "Lowercase"}""", "ÀΣİ𐐀ẞ\u212A", "àσi\u0307𐐨ßk")]
    [InlineData("""{"type": "NFC"}""", "e\u0301", "é")]
    [InlineData("""{"type": "NFD"}""", "é가", "e\u0301\u1100\u1161")]
    [InlineData("""{"type": "NFKC"}""", "ﬁ①ｶﾞ", "fi1ガ")]
    [InlineData("""{"type": "NFKD"}""", "ﬁé", "fie\u0301")]
    [InlineData("""{"type": "StripAccents"}""", "e\u0301\u0903\u20DDé", "eé")] // Mn, Mc, Me; nothing decomposes
    [InlineData("""{"type": "Strip", "strip_right": false}""", " \u3000a ", "a ")]
    [InlineData("""{"type": "Strip", "strip_left": false}""", " a\t ", " a")]
    [InlineData("""{"type": "Strip"}""", " \t ", "")]
    [InlineData("""{"type": "Replace", "pattern": {"String": "a"}, "content": "$0b"}""", "xaa", "x$0b$0b")]
    [InlineData("""{"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}""", "a   b c", "a b c")]
    [InlineData("""{"type": "Prepend", "prepend": "▁"}""", "ab", "▁ab")]
    [InlineData("""{"type": "Prepend", "prepend": "▁"}""", "", "")]
    [InlineData("""{"type": "Nmt"}""", "a\u0001b\u200Bc\uFEFF\u000Bd\u0085\t", "ab c d\u0085 ")]
    public void Rewrites_text(string json, string text, string expected) =>
        NormalizerJson.Read(Steps.Json(json)).Run(text).Chars.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("""{"type": "Lowercase"}""", "aİ", "0:1 1:2 1:2")]
    [InlineData("""{"type": "NFKC"}""", "ﬁe\u0301", "0:1 0:1 1:3")]
    [InlineData("""{"type": "Strip"}""", " a ", "1:2")]
    [InlineData("""{"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "--"}""", "a   b", "0:1 1:4 1:4 4:5")]
    [InlineData("""{"type": "Prepend", "prepend": "▁"}""", "𐐀a", "0:2 0:2 0:2 2:3")]
    public void Characters_keep_their_places(string json, string text, string expected) =>
        NormalizerJson.Read(Steps.Json(json)).Run(text).Origins().ShouldBe(expected);

    [Fact]
    public void Steps_follow_each_other() =>
        NormalizerJson.Read(Steps.Json("""
            {"type": "Sequence", "normalizers": [
                {"type": "NFD"}, {"type": "StripAccents"}, {"type": "Prepend", "prepend": "Ä"}, {"type": "Lowercase"}]}
            """)).Run("É").Chars.ToString().ShouldBe("äe");

    [Fact]
    public void Lone_surrogates_become_replacement_characters()
    {
        AlignedText text = NormalizerJson.Read(Steps.Json("null")).Run("a\uD800𐐀\uDC00");

        text.Chars.ToString().ShouldBe("a\uFFFD𐐀\uFFFD");
        text.Origins().ShouldBe("0:1 1:2 2:4 2:4 4:5");
    }
}
