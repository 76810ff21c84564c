namespace Aligner.Cli.Tests.Commands;

public class TokenizeTests : ToolTests
{
    [Theory]
    [InlineData("", "a\u00A0b  c\td\n", "a\u00A0b c d\n")]
    [InlineData("--tokenizer unicode", "It's 3.5 km.\n", "It's 3.5 km .\n")]
    [InlineData("--tokenizer char", "ab c\n\n", "a b c\n\n")]
    [InlineData("--lowercase --stem 3", "HOUSES are\n", "hou are\n")]
    [InlineData("--unicode-form nfkc", "\uFB01n\n", "fin\n")]
    [InlineData("--offsets --tokenizer char", "ab c\n", "0:1 1:2 3:4\n")]
    [InlineData("--pairs --target-tokenizer char", "a b ||| cd\n", "a b ||| c d\n")]
    public void A_line_becomes_tokens(string options, string input, string expected) =>
        Tool.RunWithInput(input, $"tokenize {options}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void Pairs_without_a_separator_are_refused() =>
        Tool.RunWithInput("a b\n", "tokenize --pairs").ShouldFail(65, "<stdin>:1: ");
}
