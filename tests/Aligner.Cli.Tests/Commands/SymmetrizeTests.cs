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

    // The first pair does not tell which side is which.
    [Fact]
    public void Words_tell_that_the_reverse_file_has_the_target_first()
    {
        Tool.Write("f", """
            {"links":[[0,1]],"source":["a","a"],"target":["a","a"]}
            {"links":[[0,0],[1,1]],"source":["the","house"],"target":["la","casa"]}

            """);
        Tool.Write("r", """
            {"links":[[1,0]],"source":["a","a"],"target":["a","a"]}
            {"links":[[0,0],[1,0]],"source":["la","casa"],"target":["the","house"]}

            """);
        ToolResult result = Tool.Run("symmetrize --from jsonl --heuristic union f r");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("0-1\n0-0 0-1 1-1\n");
        result.Error.ShouldStartWith("aligner: r has the target first");
        Tool.Run("symmetrize --from jsonl --heuristic union --reverse-swapped f r").ShouldSucceed().Output
            .ShouldBe(result.Output);
        Tool.Run("symmetrize --from jsonl --reverse-swapped f f").ShouldFail(65, "f:2: source and target are");
    }

    [Fact]
    public void Files_of_other_words_are_refused()
    {
        Tool.Write("f", "a ||| b ||| 0-0\n");
        Tool.Write("r", "a ||| c ||| 0-0\n");
        Tool.Run("symmetrize f r").ShouldFail(65, "r:1: target word 1 is \"c\", but \"b\" in f");
    }

    [Fact]
    public void The_words_may_come_from_the_bitext()
    {
        Tool.Write("corpus", "a b c ||| d e\n\nf ||| g\n");
        Tool.Write("forward", "0-0 1-1 2-1\n\n0-0\n");
        Tool.Write("reverse", "0-0 1-1 1-1\n\n0-0\n");
        Tool.Run("symmetrize --heuristic union --to words --bitext corpus forward reverse").ShouldSucceed().Output
            .ShouldBe("a<sep>d b<sep>e c<sep>e\n\nf<sep>g\n");
    }

    [Fact]
    public void Links_by_words_find_their_places_in_the_bitext()
    {
        Tool.Write("corpus", "a b ||| d e\nf ||| g\n");
        Tool.Write("forward", "a<sep>d b<sep>d\nf<sep>g\n");
        Tool.Write("reverse", "a<sep>d b<sep>e\n\n");
        Tool.Write("turned", "d<sep>a e<sep>b\n\n");
        Tool.Run("symmetrize --heuristic union --from words --bitext corpus forward reverse").ShouldSucceed().Output
            .ShouldBe("0-0 1-0 1-1\n0-0\n");
        Tool.Run("symmetrize --heuristic union --from words --reverse-swapped --bitext corpus forward turned")
            .ShouldSucceed().Output.ShouldBe("0-0 1-0 1-1\n0-0\n");
        Tool.Run("symmetrize --from words --bitext corpus forward turned").ShouldFail(65, "turned:1: ");
        Tool.Run("symmetrize --from words forward reverse").ShouldFail(2, "--bitext");
    }

    [Fact]
    public void The_parts_that_the_threads_of_MGIZA_write_are_one_file()
    {
        const string First = "# Sentence pair (1) source length 1 target length 1 alignment score : 0.5\n"
            + "x\nNULL ({ }) a ({ 1 })\n";
        const string Second = "# Sentence pair (2) source length 2 target length 1 alignment score : 0.5\n"
            + "y\nNULL ({ }) b ({ }) c ({ 1 })\n";
        Tool.Write("f.A3.final.part000", Second);
        Tool.Write("f.A3.final.part001", First);
        Tool.Write("f.A3.final.partial", "no part");
        Tool.Write("whole", First + Second);
        Tool.Run("symmetrize --from giza --heuristic union f.A3.final whole").ShouldSucceed().Output
            .ShouldBe("0-0\n1-0\n");
        Tool.Run("eval --gold whole --gold-format giza --format giza f.A3.final --json").ShouldSucceed().Output
            .ShouldContain("\"aer\": 0");
        Tool.Run("symmetrize --from giza f.A3 whole").ShouldFail(1, "f.A3");
    }

    [Fact]
    public void Links_that_agree_only_when_turned_are_warned_of()
    {
        Tool.Write("f", string.Concat(Enumerable.Repeat("0-1 1-2 2-3 3-4\n", 5)));
        Tool.Write("r", string.Concat(Enumerable.Repeat("1-0 2-1 3-2 4-3\n", 5)));
        ToolResult result = Tool.Run("symmetrize f r");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldContain("warning: r: source and target look swapped");
        Tool.Run("symmetrize --reverse-swapped f r").ShouldSucceed();
    }

    // A direction without the link counts 0, and one without probabilities 1.
    [Theory]
    [InlineData("0-0:0.5 1-1:0.25\n", "0-0:1 2-2:0.5\n", "0-0:0.75 1-1:0.125 2-2:0.25\n")]
    [InlineData("0-0:0.5\n", "0-0 1-1\n", "0-0:0.75 1-1:0.5\n")]
    public void Probabilities_are_the_mean_of_both_directions(string forward, string reverse, string expected)
    {
        Tool.Write("forward", forward);
        Tool.Write("reverse", reverse);
        Tool.Run("symmetrize --heuristic union forward reverse").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void A_file_with_both_directions_is_given_alone()
    {
        Tool.Write("bal", "1\n2 die Maus # 1 2\n3 the mouse . # 1 2 2\n");
        Tool.Run("symmetrize --from bal --heuristic forward bal").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.Run("symmetrize --from bal --heuristic reverse bal").ShouldSucceed().Output.ShouldBe("0-0 1-1 2-1\n");
        Tool.Run("symmetrize --from bal bal bal").ShouldFail(2, "alone");
        Tool.Run("symmetrize forward").ShouldFail(2, "REVERSE");
    }

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

    /// <summary>Four pieces that spell three words: the first two pieces are one.</summary>
    [Fact]
    public void Links_of_pieces_become_links_of_words()
    {
        Tool.Write("pieces", "▁new s ▁is ▁good ||| ▁Neu igkeiten ▁sind ▁gut\n▁a ||| ▁b\n");
        Tool.Write("first", "0-0 1-1 2-2 3-3\n0-0\n");
        Tool.Write("second", "0-1 2-2 3-3\n\n");
        Tool.Run("symmetrize -q --heuristic union first second --bitext pieces").ShouldSucceed()
            .Output.ShouldBe("0-0 0-1 1-1 2-2 3-3\n0-0\n");
        Tool.Run("symmetrize -q --heuristic intersection first second --bitext pieces --units words").ShouldSucceed()
            .Output.ShouldBe("1-1 2-2\n\n");
        Tool.Run("symmetrize -q --heuristic union first second --bitext pieces --units words").ShouldSucceed()
            .Output.ShouldBe("0-0 1-1 2-2\n0-0\n");
        Tool.Write("words", "0-0 1-1\n0-0\n");
        Tool.Run("symmetrize -q words words --bitext pieces --from-units words").ShouldSucceed()
            .Output.ShouldBe("0-0 0-1 1-0 1-1 2-2\n0-0\n");
        Tool.Run("symmetrize first second --units words").ShouldFail(2, "--bitext");
    }

    [Fact]
    public void Links_outside_of_their_pairs_tell_a_reverse_file_that_has_the_target_first()
    {
        Tool.Write("text", "a b c ||| d\na ||| b\n");
        Tool.Write("first", "0-0 2-0\n0-0\n");
        Tool.Write("second", "0-2 0-1\n0-0\n");
        ToolResult result = Tool.Run("symmetrize --heuristic intersection first second --bitext text");
        result.Output.ShouldBe("2-0\n0-0\n");
        result.Error.ShouldContain("second has the target first");
        Tool.Write("both", "0-2 2-0\n0-0\n");
        Tool.Run("symmetrize first both --bitext text").ShouldFail(65, "both:1");
    }

    [Fact]
    public void A_broken_link_does_not_turn_a_reverse_file_with_links_that_lie_inside_only_as_they_are()
    {
        Tool.Write("text", "a b ||| c d e\nf ||| g\na b ||| c d e\n");
        Tool.Write("first", "0-0\n0-0\n1-2\n");
        Tool.Write("second", "2-1 0-1\n0-0\n1-2\n");
        const string Command = "symmetrize --heuristic union first second --bitext text";
        Tool.Run(Command).ShouldFail(65, "second:1", "2-1");
        ToolResult result = Tool.Run($"{Command} --on-error skip");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("\n0-0\n1-2\n");
        result.Error.ShouldContain("second:1");
        result.Error.ShouldNotContain("target first");
    }

    [Fact]
    public void A_pair_whose_reverse_links_lie_outside_can_be_skipped()
    {
        Tool.Write("text", "a b ||| c\nd ||| e\nf g ||| h\n");
        Tool.Write("first", "0-0 1-0\n0-0\n1-0\n");
        Tool.Write("second", "1-0\n7-7\n0-0\n");
        const string Command = "symmetrize --heuristic union first second --bitext text";
        Tool.Run(Command).ShouldFail(65, "second:2", "7-7");
        ToolResult result = Tool.Run($"{Command} --on-error skip");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("0-0 1-0\n\n0-0 1-0\n");
        result.Error.ShouldContain("skipped: 1");
    }
}
