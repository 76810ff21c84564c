using Aligner.Tokenization.Words;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Words;

public class WhitespaceTokenizerTests
{
    private static readonly WhitespaceTokenizer Tokenizer = new();

    [Fact]
    public void Spans_lie_between_runs_of_spaces_and_tabs()
    {
        List<TokenSpan> spans = [];

        Tokenizer.Tokenize(" \tab  c\t\t日本 ", spans);

        spans.ShouldBe([new TokenSpan(2, 2), new TokenSpan(6, 1), new TokenSpan(9, 2)]);
    }

    [Theory]
    [InlineData("10\u00A0000")]
    [InlineData("\u3000")]
    [InlineData("a\rb")]
    [InlineData("a\u2028b\u200B")]
    public void Other_blanks_belong_to_tokens(string token) => Tokenizer.Split($" {token}\t").ShouldBe([token]);

    [Fact]
    public void Words_that_look_like_internal_symbols_are_ordinary() =>
        Tokenizer.Split("NULL <eps> ||| # 0-0").ShouldBe(["NULL", "<eps>", "|||", "#", "0-0"]);

    [Fact]
    public void Tokens_are_those_of_string_split() =>
        Prop.ForAll(TokenizerTestText.Any, text =>
            Tokenizer.Split(text).SequenceEqual(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Check(TokenizerTestText.Seeded);
}
