namespace Aligner.Cli.Tests.Commands;

public class ConvertTests : ToolTests
{
    [Theory]
    [InlineData("--to talp", "0-1 2p0\n", "1-2 3p1\n")]
    [InlineData("--from talp", "1-2\n", "0-1\n")]
    [InlineData("--index-base 1", "1-2\n", "0-1\n")]
    [InlineData("--to-index-base 1", "0-1\n", "1-2\n")]
    [InlineData("--swap", "0-1 2-0\n", "1-0 0-2\n")]
    [InlineData("--from naacl", "1 1 2 S\n2 1 1 P\n", "0-1\n0p0\n")]
    [InlineData("--to naacl", "0-1\n0p0\n", "1 1 2 S\n2 1 1 P\n")]
    public void Links_keep_their_meaning(string options, string input, string expected) =>
        Tool.RunWithInput(input, $"convert {options}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void Words_come_from_the_bitext_and_survive_the_way_back()
    {
        Tool.Write("corpus", "the house ||| la casa\n");
        Tool.Write("links", "0-0 1-1\n");
        string giza = Tool.Run("convert --to giza --bitext corpus links").ShouldSucceed().Output;
        giza.ShouldContain("house ({ 2 })");
        Tool.RunWithInput(giza, "convert --from giza").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
    }

    [Fact]
    public void A_link_outside_the_bitext_is_refused()
    {
        Tool.Write("corpus", "the house ||| la casa\n\n");
        Tool.Write("links", "0-0 2-1\n\n");
        Tool.Run("convert --to giza --bitext corpus links")
            .ShouldFail(65, "links:1: link 2-1 lies outside a pair of 2 and 2 tokens");
    }

    [Fact]
    public void A_format_that_prints_words_needs_words() =>
        Tool.RunWithInput("0-0\n", "convert --to giza").ShouldFail(2, "--to giza needs the words");
}
