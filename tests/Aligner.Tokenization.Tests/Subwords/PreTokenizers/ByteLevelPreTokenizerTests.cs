using System.Text.RegularExpressions;
using Aligner.Tokenization.Subwords.PreTokenizers;
using Aligner.Tokenization.Tests.Words;
using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.PreTokenizers;

public class ByteLevelPreTokenizerTests
{
    private const string Gpt2 =
        @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    [Theory]
    [InlineData(true, true, "é a", "ĠÃ©|Ġa")]
    [InlineData(true, true, " a", "Ġa")]
    [InlineData(false, true, "é a", "Ã©|Ġa")]
    [InlineData(true, false, "é a", "ĠÃ©Ġa")]
    [InlineData(false, false, "\0!~\u007F\u00A0\u00AD\n", "Ā!~ġÂłÂŃĊ")] // 00, 7F, C2 A0, C2 AD, 0A
    [InlineData(false, false, "👩", "ðŁĳ©")] // F0 9F 91 A9
    public void Bytes_become_visible(bool addPrefix, bool splits, string text, string expected) =>
        new ByteLevelPreTokenizer(addPrefix, splits).Run(text).ShouldBe(expected);

    [Theory]
    [InlineData("I've  it's 12a\n\n b!?", "I|'ve| | it|'s| 12|a|\n\n| b|!?")]
    [InlineData("'S 'x \t", "'|S| '|x| \t")]
    [InlineData("a𝔸 𝟙𠀀", "a𝔸| 𝟙|𠀀")] // letters and digits beyond U+FFFF
    [InlineData("a\n b", "a|\n| b")]
    [InlineData("a\u3000b", "a|\u3000|b")]
    public void Splits_as_GPT2(string text, string expected) => Split(text).ShouldBe(expected.Split('|'));

    [Fact]
    public void Splits_as_the_published_expression() =>
        Prop.ForAll(
            Gen.Elements("a", "é", "ж", "日", "1", "²", "'", "s", "re", "ll", "!", "_", " ", "  ", "\n", "\u00A0")
                .ListOf().Select(string.Concat).ToArbitrary(),
            text => Split(text).SequenceEqual(Regex.Matches(text, Gpt2).Select(match => match.Value)))
            .Check(TokenizerTestText.Seeded);

    private static string[] Split(string text)
    {
        List<TokenSpan> matches = [];
        Gpt2Pattern.Find(text, matches);
        return [.. matches.Select(match => text.Substring(match.Start, match.Length))];
    }
}
