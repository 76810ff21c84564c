namespace Aligner.Cli.Tests;

/// <summary>Lines that break their format, and tables and files as inputs.</summary>
public class BrokenLineTests : ToolTests
{
    private const string Bitext = "the house ||| das Haus\nno separator\nthe house ||| das Haus\n";

    [Fact]
    public void By_default_a_broken_line_ends_the_run_with_its_place()
    {
        Tool.Write("bitext", Bitext);
        Tool.Run("align bitext --method hmm").ShouldFail(65, "bitext:2:");
        Tool.Run("align bitext --method hmm --on-error stop").ShouldFail(65, "bitext:2:");
    }

    [Theory]
    [InlineData("align bitext --method ibm2", "0-0 1-1\n\n0-0 1-1\n")]
    [InlineData("align bitext --method sim", "0-0 1-1\n\n0-0 1-1\n")]
    [InlineData("tokenize --pairs bitext", "the house ||| das Haus\n ||| \nthe house ||| das Haus\n")]
    public void Skip_answers_it_with_an_empty_line_and_counts(string arguments, string expected)
    {
        Tool.Write("bitext", Bitext);
        ToolResult result = Tool.Run($"{arguments} --on-error skip");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(expected);
        result.Error.ShouldContain("skipped: 1; the first: bitext:2:");
        Tool.Run($"{arguments} --on-error skip -q").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void Train_leaves_it_out()
    {
        Tool.Write("bitext", Bitext);
        Tool.Run("train bitext --on-error skip -o model").Error.ShouldContain("skipped: 1;");
        Tool.Files.ShouldContain("model");
    }

    [Theory]
    [InlineData("convert a --to talp", "1-1\n\n3-3\n", 1)]
    [InlineData("convert a --bitext bitext", "0-0\n\n\n", 2)]
    [InlineData("symmetrize a b --heuristic union", "0-0\n\n\n", 2)]
    public void Broken_links_are_skipped_too(string arguments, string expected, int count)
    {
        Tool.Write("a", "0-0\n1-x\n2-2\n");
        Tool.Write("b", "0-0\n1-1\n2:2\n");
        Tool.Write("bitext", "a b c ||| a b c\na b c ||| a b c\na ||| b\n");
        ToolResult result = Tool.Run($"{arguments} --on-error skip");
        result.Output.ShouldBe(expected);
        result.Error.ShouldContain($"skipped: {count};");
        Tool.Run(arguments).ShouldFail(65, "a:2:");
    }

    [Theory]
    [InlineData("giza")]
    [InlineData("naacl")]
    [InlineData("blinker")]
    public void A_format_in_which_a_line_is_no_pair_cannot_skip(string format) =>
        Tool.Run($"convert {Tool.Write("a", "x")} --from {format} --on-error skip").ShouldFail(2, format);

    [Fact]
    public void Links_of_a_pair_that_is_skipped_are_skipped_too()
    {
        Tool.Write("bitext", "a b ||| c d\nbroken\ne ||| f\n");
        Tool.Write("links", "0-1 1-0\n0-0\n0-0\n");
        Tool.Run("reorder bitext --links links").ShouldFail(65, "bitext:2:");
        ToolResult result = Tool.Run("reorder bitext --links links --on-error skip");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldBe("b a\n\ne\n");
    }

    [Fact]
    public void Columns_of_a_table_are_source_and_target()
    {
        Tool.Write("table", "id1\t0.9\tthe house\tdas Haus\nid2\t0.8\n");
        Tool.Run("align table --columns 3,4 --method sim").ShouldFail(65, "table:2:");
        ToolResult result = Tool.Run("align table --columns 3,4 --method sim --on-error skip");
        result.Output.ShouldBe("0-0 1-1\n\n");
        Tool.Write("one", "das Haus\tx\tthe house\n");
        Tool.Write("links", "0-0 1-1\n");
        Tool.Run("convert links --bitext one --columns 3,1 --to jsonl").ShouldSucceed()
            .Output.ShouldContain("\"source\":[\"the\",\"house\"]");
    }

    [Theory]
    [InlineData("3")]
    [InlineData("0,1")]
    [InlineData("2,2")]
    [InlineData("a,b")]
    [InlineData("1,2,3")]
    public void Columns_are_two_numbers(string value) =>
        Tool.Run($"align table --columns {value}").ShouldFail(2, $"'{value}'");

    [Fact]
    public void Two_positional_files_are_source_and_target()
    {
        Tool.Write("corpus.en", "the house\n");
        Tool.Write("corpus.de", "das Haus\n");
        Tool.Run("align corpus.en corpus.de --method sim").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.RunWithInput("the house\n", "align - corpus.de --method sim").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.Run("align corpus.en corpus.de --columns 1,2").ShouldFail(2, "--columns");
        Tool.Run("align corpus.en corpus.de --languages en,de").ShouldFail(2, "--languages");
        Tool.Run("align corpus.tmx --languages en").ShouldFail(2, "'en'");
        Tool.Run("align - -").ShouldFail(2, "standard input");
        Tool.Run("align a b c").ShouldFail(2, "'c'");
        Tool.Run("align corpus.en -s corpus.en -t corpus.de").ShouldFail(2, "either");
    }

    [Fact]
    public void Every_input_may_be_compressed_and_outputs_by_their_names()
    {
        Tool.Write("bitext", "the house ||| das Haus\n");
        Tool.Run("convert links.zst").ShouldFail(1, "links.zst");
        Tool.Run("align bitext --method sim -o links.zst").ShouldSucceed();
        Tool.Run("convert links.zst").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
        Tool.Run("eval --gold links.zst links.zst --json").ShouldSucceed().Output.ShouldContain("\"f1\"");
        Tool.Run("convert links.zst -o links.xz").ShouldFail(1, ".xz");
        File.Move(Path.Combine(Tool.Folder, "links.zst"), Path.Combine(Tool.Folder, "links.gz"));
        Tool.Run("convert links.gz").ShouldFail(65, "links.gz");
    }

    [Fact]
    public void A_long_word_costs_little_and_is_counted()
    {
        string word = string.Concat(Enumerable.Range(0, 20_000).Select(k => (char)('a' + (k * k % 23))));
        ToolResult result = Tool.RunWithInput($"the {word} ||| das {word}\n", "align --method sim");
        result.Output.ShouldStartWith("0-0");
        result.Error.ShouldContain(": 2 (");
    }
}
