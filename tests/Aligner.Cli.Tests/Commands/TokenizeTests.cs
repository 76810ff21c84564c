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

    [Theory]
    [InlineData("", "Don't tokenize\n\n", "[UNK] ' t token ##ize\n\n")]
    [InlineData("--offsets", "a tokenize\n", "0:1 2:7 7:10\n")]
    public void A_path_gives_the_pieces_of_a_subword_tokenizer(string options, string input, string expected)
    {
        Tool.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\ntoken\n##ize\na\nt\n'\n");

        Tool.RunWithInput(input, $"tokenize --tokenizer vocab.txt {options}")
            .ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void A_damaged_subword_tokenizer_is_refused() =>
        Tool.RunWithInput("a\n", $"tokenize --tokenizer {Tool.Write("tokenizer.json", "{")}")
            .ShouldFail(65, "tokenizer.json:1: not JSON");

    [Theory]
    [InlineData("tokenize --tokenizer nowhere.json", "'nowhere.json' is not one of none, unicode, char")]
    [InlineData("tokenize --lowercase --tokenizer vocab.txt", "normalizes text by its own rules")]
    [InlineData("align --tokenizer vocab.txt", "'vocab.txt' makes subwords")]
    public void Subword_tokenizers_have_their_place(string arguments, string message)
    {
        Tool.Write("vocab.txt", "[UNK]\n");

        Tool.RunWithInput("a\n", arguments).ShouldFail(2, message);
    }
}
