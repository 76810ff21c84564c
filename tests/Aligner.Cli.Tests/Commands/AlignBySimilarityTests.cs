namespace Aligner.Cli.Tests.Commands;

public class AlignBySimilarityTests : ToolTests
{
    private const string English = "5 3\nthe 1 0 0\nhouse 0 1 0\nbook 0 0 1\nbig 1 1 0\nold 1 0 1\n";
    private const string German = "5 3\ndas 1 .1 0\nhaus 0 1 .1\nbuch .1 0 1\ngroßes 1 1 .1\naltes 1 0 .9\n";

    private const string Files = "--source-vectors en.vec --target-vectors de.vec";
    private const string Bitext = "the house ||| das Haus\nthe big book ||| Buch das xxx großes\n";
    private const string Links = "0-0 1-1\n0-1 1-3 2-0\n";

    public AlignBySimilarityTests()
    {
        Tool.Write("en.vec", English);
        Tool.Write("de.vec", German);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--extract argmax")]
    [InlineData("--extract match --distortion 0.1")]
    [InlineData("--extract softmax --threshold 0.4")]
    [InlineData("--extract entmax")]
    [InlineData("--extract ot")]
    [InlineData("--extract partial-ot --threshold 0.3")]
    [InlineData("--extract unbalanced-ot")]
    [InlineData("--threads 1 --null-threshold 0.999")]
    public void Words_of_similar_vectors_are_linked(string options) =>
        Tool.RunWithInput(Bitext, $"align --method sim {Files} {options}").ShouldSucceed().Output.ShouldBe(Links);

    [Fact]
    public void One_file_may_hold_the_vectors_of_both_languages()
    {
        Tool.Write("both.vec", $"{English[4..]}{German[4..]}");
        Tool.RunWithInput(Bitext, "-q align --method sim --vectors both.vec").ShouldSucceed().Output.ShouldBe(Links);
    }

    [Fact]
    public void Scores_and_tokens_are_printed_on_request()
    {
        Tool.RunWithInput("the xxx ||| das\n", $"align --method sim {Files} --extract ot --scores").ShouldSucceed()
            .Output.ShouldBe("0-0:1\t-0.405465\n");
        Tool.RunWithInput("the xxx ||| das\n", $"align --method sim {Files} --format jsonl --tokens").ShouldSucceed()
            .Output.ShouldContain("\"xxx\"");
    }

    [Fact]
    public void Every_line_gives_one_line_and_those_without_links_are_counted()
    {
        ToolResult result = Tool.RunWithInput(
            "\nthe ||| \nthe the the ||| das\nthe ||| das\n", $"align --method sim {Files} --max-length 2");
        result.Output.ShouldBe("\n\n\n0-0\n");
        result.Error.ShouldBe("aligner: warning: pairs left without links: 2 with an empty side, "
            + "1 with more than 2 tokens on a side (--max-length)\n");
    }

    /// <summary>The German space is the English one with its axes exchanged.</summary>
    [Theory]
    [InlineData("--seed-dictionary seed")]
    [InlineData("--map identical")]
    [InlineData("--map identical --map-iterations 3 --center")]
    public void Spaces_are_mapped_by_known_words(string options)
    {
        Tool.Write("en.vec", "the 1 0 0\nhouse 0 1 0\nbook 0 0 1\n1 1 1 0\n2 0 1 1\n3 1 0 1\n");
        Tool.Write("de.vec", "das 0 1 0\nhaus 0 0 1\nbuch 1 0 0\n1 0 1 1\n2 1 0 1\n3 1 1 0\n");
        Tool.Write("seed", "1 1\n2 2\nbook buch\nno vector\n");
        Tool.RunWithInput(
            "the house ||| haus das\n1 2 3 book ||| buch 1 2 3\n",
            $"align --method sim {Files} --extract match {options}")
            .Output.Split('\n')[0].ShouldBe("0-1 1-0");
    }

    [Theory]
    [InlineData("--source-vectors en.vec", "give --vectors, or both --source-vectors")]
    [InlineData("--vectors en.vec --layer 1", "--layer needs --model")]
    [InlineData("--vectors en.vec --target-vectors de.vec", "give either --vectors or")]
    [InlineData("--vectors en.vec --map identical", "of one space already")]
    [InlineData(Files + " --map identical --seed-dictionary seed", "give either --seed-dictionary or --map")]
    [InlineData(Files + " --map-iterations 2", "--map-iterations needs --seed-dictionary or --map")]
    [InlineData(Files + " --extract mwmf", "'mwmf' is not one of itermax, argmax, match, ")]
    [InlineData(Files + " --extract match --threshold 0.5", "match has no threshold")]
    [InlineData(Files + " --extract ot --temperature 0.5", "ot has no temperature")]
    [InlineData(Files + " --symmetrize union", "--symmetrize cannot be given with --method sim")]
    [InlineData(Files + " --quality best", "--quality cannot be given with --method sim")]
    public void A_wrong_command_line_exits_2(string options, string message) =>
        Tool.Run($"align bitext --method sim {options}").ShouldFail(2, message);

    [Fact]
    public void Options_of_word_vectors_do_not_go_with_other_methods() =>
        Tool.Run("align bitext --extract ot").ShouldFail(2, "--extract cannot be given with --method auto");

    [Theory]
    [InlineData("de.vec", "1 3\ndas 1 2\n", "", 65, "de.vec:2: 2 values where there should be 3")]
    [InlineData("de.vec", "1 2\ndas 1 2\n", "", 65, "source vectors of 3 and target vectors of 2 values")]
    [InlineData("seed", "a b c\n", "--seed-dictionary seed", 65, "seed:1: 3 words where there should be two")]
    [InlineData("seed", "a b\n", "--seed-dictionary seed", 65, "no pair of words to map by")]
    [InlineData("seed", "", "--source-vectors nowhere", 1, "cannot read nowhere: no such file")]
    public void A_bad_file_ends_the_run_and_leaves_no_output(
        string name, string content, string options, int exitCode, string message)
    {
        Tool.Write(name, content);
        Tool.Write("bitext", Bitext);
        string files = options.StartsWith("--source", StringComparison.Ordinal) ? "--target-vectors de.vec" : Files;
        Tool.Run($"align bitext --method sim {files} {options} -o links").ShouldFail(exitCode, message);
        Tool.Files.ShouldNotContain("links");
    }
}
