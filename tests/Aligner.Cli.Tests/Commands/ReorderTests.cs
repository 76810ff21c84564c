namespace Aligner.Cli.Tests.Commands;

public class ReorderTests : ToolTests
{
    public ReorderTests()
    {
        Tool.Write("corpus", "ich habe ein Buch gelesen ||| I have read a book\n ||| x\na b ||| c\n");
        Tool.Write("links", "0-0 1-1 2-3 3-4 4-2\n\n\n");
    }

    [Theory]
    [InlineData("words", "ich habe gelesen ein Buch\n\na b\n")]
    [InlineData("permutation", "0 1 4 2 3\n\n0 1\n")]
    [InlineData("bitext", "ich habe gelesen ein Buch ||| I have read a book\n ||| x\na b ||| c\n")]
    [InlineData("words --scores", "ich habe gelesen ein Buch\t0.6\t0.2\n\t1\t0\na b\t1\t0\n")]
    public void Each_pair_has_a_line(string print, string expected) =>
        Tool.Run($"reorder corpus --links links -q --print {print}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void A_JSON_object_has_all_that_is_known()
    {
        Tool.Write("corpus", "der \"Hund\" ||| dog the\n");
        Tool.Write("links", "0-1 1-0\n");
        Tool.Run("reorder corpus --links links -q --print jsonl").ShouldSucceed().Output.ShouldBe(
            """{"words":["\"Hund\"","der"],"permutation":[1,0],"tau":-1,"crossing":1,"btg":true}""" + "\n");
    }

    [Fact]
    public void Orders_beyond_a_grammar_can_be_kept_out()
    {
        Tool.Write("corpus", "a b c d ||| w x y z\n");
        Tool.Write("links", "0-1 1-3 2-0 3-2\n");
        Tool.Run("reorder corpus --links links -q").ShouldSucceed().Output.ShouldBe("c a d b\n");
        Tool.Run("reorder corpus --links links -q --btg").ShouldSucceed().Output.ShouldBe("a b c d\n");
    }

    [Fact]
    public void The_means_of_all_pairs_go_to_standard_error()
    {
        ToolResult result = Tool.Run("reorder corpus --links links");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldContain("2 pairs");
        result.Error.ShouldContain("tau 0.800");
    }

    [Fact]
    public void Without_links_a_method_finds_them() =>
        Tool.RunWithInput("das kleine Haus ||| the small house\n", "reorder -q").ShouldSucceed().Output
            .ShouldBe("das kleine Haus\n");

    [Fact]
    public void A_link_outside_of_its_pair_is_refused_and_nothing_is_written()
    {
        Tool.Write("links", "0-0\n\n2-0\n");
        Tool.Run("reorder corpus --links links -o out").ShouldFail(65, "links:3", "2-0");
        Tool.Files.ShouldNotContain("out");
    }
}
