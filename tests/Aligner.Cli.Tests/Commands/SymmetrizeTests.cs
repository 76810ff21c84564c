namespace Aligner.Cli.Tests.Commands;

public class SymmetrizeTests : ToolTests
{
    public SymmetrizeTests()
    {
        Tool.Write("forward", "0-0 1-1 2-1\n\n0-0\n");
        Tool.Write("reverse", "0-0 1-1 1-2\n0-0\n\n");
    }

    [Theory]
    [InlineData("intersection", "0-0 1-1\n\n\n")]
    [InlineData("union", "0-0 1-1 1-2 2-1\n0-0\n0-0\n")]
    [InlineData("grow-diag-final-and", "0-0 1-1 1-2 2-1\n0-0\n0-0\n")]
    [InlineData("reverse", "0-0 1-1 1-2\n0-0\n\n")]
    public void Each_line_is_combined_by_the_heuristic(string heuristic, string expected) =>
        Tool.Run($"symmetrize --heuristic {heuristic} forward reverse").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void The_definition_of_grow_can_be_chosen() =>
        Tool.Run("symmetrize --heuristic grow-diag --compat alignment-scripts forward reverse").ShouldSucceed()
            .Output.ShouldBe("0-0 1-1\n\n\n");

    [Fact]
    public void A_reverse_file_may_be_stored_target_first()
    {
        Tool.Write("swapped", "0-0 1-1 2-1\n0-0\n\n");
        Tool.Run("symmetrize --heuristic reverse --reverse-swapped forward swapped").ShouldSucceed()
            .Output.ShouldBe(Tool.Read("reverse"));
    }

    [Fact]
    public void Links_far_apart_cost_nothing()
    {
        Tool.Write("far", "99999-99999\n");
        Tool.Run("symmetrize far far").ShouldSucceed().Output.ShouldBe("99999-99999\n");
    }

    [Fact]
    public void The_output_can_have_another_format() =>
        Tool.Run("symmetrize --heuristic intersection --to talp forward reverse").ShouldSucceed()
            .Output.ShouldBe("1-1 2-2\n\n\n");

    [Theory]
    [InlineData("forward", "short")]
    [InlineData("short", "forward")]
    public void Files_of_different_length_are_refused(string first, string second)
    {
        Tool.Write("short", "0-0\n");
        Tool.Run($"symmetrize {first} {second} -o out")
            .ShouldFail(65, "short: ends after 1 sentence pairs, but forward goes on");
        Tool.Files.ShouldNotContain("out");
    }

    [Fact]
    public void A_format_that_prints_words_needs_words() =>
        Tool.Run("symmetrize --to giza forward reverse").ShouldFail(2, "--to giza needs the words");

    [Theory]
    [InlineData("intersection", "intersection")]
    [InlineData("union", "union")]
    [InlineData("grow-diagonal", "grow-diag")]
    [InlineData("grow-diagonal-final", "grow-diag-final")]
    public void Published_symmetrized_files_are_reproduced(string published, string heuristic)
    {
        string stem = TestData.File("peer-outputs/lilt.fastalign.test.enfr");
        string expected = Tool.Run($"convert {stem}.{published}.talp").ShouldSucceed().Output;
        Tool.Run($"symmetrize --heuristic {heuristic} --compat alignment-scripts {stem}.talp {stem}.reverse.talp")
            .ShouldSucceed().Output.ShouldBe(expected);
    }
}
