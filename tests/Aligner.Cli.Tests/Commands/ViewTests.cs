namespace Aligner.Cli.Tests.Commands;

public class ViewTests : ToolTests
{
    public ViewTests()
    {
        Tool.Write("corpus", "x ||| y\na b ||| ud\n");
        Tool.Write("links", "0-0\n0-0\n");
    }

    [Fact]
    public void Pairs_are_drawn_as_grids()
    {
        Tool.Write("corpus", "the small house ||| la petite maison\nTokyo is big ||| 東京 は 大きい\n\n");
        Tool.Write("links", "0-0 1-1 2-2\n0-0 1-1 2-2\n\n");
        Tool.Run("view corpus links").ShouldSucceed().Output.ShouldMatchSnapshot("Grids");
    }

    [Fact]
    public void Gold_marks_what_is_right_wrong_and_missed()
    {
        Tool.Write("corpus", "we do not know ||| nous ne savons pas\n");
        Tool.Write("links", "0-0 1-0 2-1 3-3\n");
        Tool.Write("gold", "0-0 2-1 2-3 3-2 1p1\n");
        Tool.Run("view corpus links --gold gold").ShouldSucceed().Output.ShouldMatchSnapshot("GridsAgainstGold");
    }

    [Fact]
    public void One_pair_can_be_chosen() =>
        Tool.Run("view corpus links --line 2").ShouldSucceed().Output.ShouldBe("pair 2\n  u\n  d\na ●\nb ·\n\n");

    [Fact]
    public void Links_come_from_standard_input_too() =>
        Tool.RunWithInput("0-0\n0-0\n", "view corpus --limit 1").ShouldSucceed().Output
            .ShouldBe("pair 1\n  y\nx ●\n\n");

    [Fact]
    public void The_sides_may_be_two_files()
    {
        Tool.Write("source", "x\na b\n");
        Tool.Write("target", "y\nud\n");
        Tool.Run("view -s source -t target links").ShouldSucceed().Output
            .ShouldBe(Tool.Run("view corpus links").ShouldSucceed().Output);
    }

    [Fact]
    public void A_pair_that_does_not_exist_is_a_usage_error() =>
        Tool.Run("view corpus links --line 3").ShouldFail(2, "there is no pair 3");

    [Theory]
    [InlineData("jsonl", "{\"links\":[[0,0]],\"source\":[\"x\"],\"target\":[\"y\"]}\n")]
    [InlineData(
        "giza",
        "# Sentence pair (1) source length 1 target length 1 alignment score : 1\ny\nNULL ({ }) x ({ 1 })\n")]
    [InlineData("pharaoh", "x ||| y ||| 0-0\n")]
    public void A_file_that_holds_the_words_needs_no_bitext(string format, string links)
    {
        const string Expected = "pair 1\n  y\nx ●\n\n";
        Tool.Write("alone", links);
        Tool.Run($"view --format {format} alone").ShouldSucceed().Output.ShouldBe(Expected);
        Tool.RunWithInput(links, $"view --format {format}").ShouldSucceed().Output.ShouldBe(Expected);
    }

    [Fact]
    public void Words_that_are_missing_are_asked_for()
    {
        Tool.Write("alone", "{\"links\":[],\"source\":[],\"target\":[]}\n{\"links\":[[0,0]]}\n");
        Tool.Run("view --format jsonl alone").ShouldFail(65, "alone:2: the words are missing");
        Tool.RunWithInput("0-0\n", "view").ShouldFail(2, "standard input");
    }

    [Fact]
    public void A_link_outside_the_pair_is_refused()
    {
        Tool.Write("links", "0-0\n0-1\n");
        Tool.Run("view corpus links").ShouldFail(65, "links:2: link 0-1 lies outside a pair of 2 and 1 tokens");
    }
}
