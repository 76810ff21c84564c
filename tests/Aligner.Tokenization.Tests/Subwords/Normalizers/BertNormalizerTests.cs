using Aligner.Tokenization.Subwords.Normalizers;

namespace Aligner.Tokenization.Tests.Subwords.Normalizers;

public class BertNormalizerTests
{
    private static readonly BertNormalizer Clean = new(true, false, false, false);

    [Theory]
    [InlineData("a\tb\nc\rd\u00A0e\u3000f\u2028g", "a b c d e f g")]
    [InlineData("a\u000Bb\u000Cc\u0085d", "abcd")] // white space, but controls first
    [InlineData("a\0b\u007Fc\u00ADd\u200Be\uFEFFf\uE000g\uFFFDh", "abcdefgh")]
    [InlineData("plain ASCII ~", "plain ASCII ~")]
    public void Cleaning_drops_controls_and_makes_blanks_spaces(string text, string expected) =>
        Clean.Run(text).Chars.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("a中b", "a 中 b")]
    [InlineData("中国", " 中  国 ")]
    [InlineData("𠀀", " 𠀀 ")]
    [InlineData("のタ한", "のタ한")]
    public void Ideographs_stand_apart(string text, string expected) =>
        new BertNormalizer(false, true, false, false).Run(text).Chars.ToString().ShouldBe(expected);

    [Theory]
    [InlineData(false, false, "É\tي\u0650")]
    [InlineData(false, true, "é\tي\u0650")]
    [InlineData(true, false, "E\tي")]
    [InlineData(true, true, "e\tي")]
    public void Accents_and_capitals_go_where_asked(bool stripAccents, bool lowercase, string expected) =>
        new BertNormalizer(false, false, stripAccents, lowercase).Run("É\tي\u0650").Chars.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("É中x", "0:1 1:2 1:2 1:2 2:3")]
    [InlineData("e\u0301\0x", "0:1 3:4")]
    public void Characters_keep_their_places(string text, string expected) =>
        new BertNormalizer(true, true, true, true).Run(text).Origins().ShouldBe(expected);
}
