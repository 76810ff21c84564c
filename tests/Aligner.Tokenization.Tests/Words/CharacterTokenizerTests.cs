using Aligner.Tokenization.Words;

namespace Aligner.Tokenization.Tests.Words;

public class CharacterTokenizerTests
{
    [Theory]
    [InlineData("ab\u00A01.", "a b 1 .")]
    [InlineData("日本語\u3000の", "日 本 語 の")]
    [InlineData("cafe\u0301s", "c a f e\u0301 s")]
    [InlineData("ที่นี่", "ที่ นี่")] // a consonant with its vowel sign and tone mark
    [InlineData("𠀀𝔸!", "𠀀 𝔸 !")]
    [InlineData("👩🏽❤️", "👩🏽 ❤️")]
    [InlineData("a \u0301b", "a \u0301 b")]
    [InlineData("\u200Eab", "\u200Ea b")]
    [InlineData(" \t\u2003", "")]
    public void Each_character_keeps_its_marks(string text, string expected) =>
        string.Join(' ', new CharacterTokenizer().Split(text)).ShouldBe(expected);

    [Fact]
    public void Lone_surrogates_are_characters() =>
        new CharacterTokenizer().Split("\uD800a\uDC00").ShouldBe(["\uD800", "a", "\uDC00"]);
}
