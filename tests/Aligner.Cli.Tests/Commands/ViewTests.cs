namespace Aligner.Cli.Tests.Commands;

public class ViewTests : ToolTests
{
    public ViewTests()
    {
        Tool.Write("corpus", "x ||| y\na b ||| ud\n");
        Tool.Write("links", "0-0\n0-0\n");
    }

    [Fact]
    public void A_pair_is_drawn_as_a_grid() =>
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
    public void Gold_marks_what_is_right_wrong_and_missed()
    {
        Tool.Write("gold", "0-0\n1-0\n");
        Tool.Run("view corpus links --gold gold --line 2").ShouldSucceed().Output
            .ShouldBe("pair 2\n  u\n  d\na ×\nb ○\n\n● sure  ◐ possible  × wrong  ○ missed\n");
    }

    [Fact]
    public void A_pair_that_does_not_exist_is_a_usage_error() =>
        Tool.Run("view corpus links --line 3").ShouldFail(2, "there is no pair 3");

    [Fact]
    public void A_link_outside_the_pair_is_refused()
    {
        Tool.Write("links", "0-0\n0-1\n");
        Tool.Run("view corpus links").ShouldFail(65, "links:2: link 0-1 lies outside a pair of 2 and 1 tokens");
    }
}
