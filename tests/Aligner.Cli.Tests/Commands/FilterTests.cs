using System.Globalization;

namespace Aligner.Cli.Tests.Commands;

public class FilterTests : ToolTests
{
    private const string Linked = "filter corpus --links links -q";

    public FilterTests()
    {
        Tool.Write("corpus", "ein gutes Haus ||| some fine home\n ||| x\nzwei Autos dort ||| we were gone\n");
        Tool.Write("links", "0-0 1-1 2-2\n\n0-0:0.1\n");
    }

    [Fact]
    public void Pairs_that_are_probably_translations_are_kept_and_the_others_can_be_written()
    {
        Tool.Run($"{Linked} --rejected noise").ShouldSucceed().Output.ShouldBe("ein gutes Haus ||| some fine home\n");
        Tool.Read("noise").ShouldBe(" ||| x\nzwei Autos dort ||| we were gone\n");
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 1)]
    [InlineData(0.6, 2)]
    [InlineData(1, 3)]
    public void A_share_of_the_pairs_can_be_kept(double share, int expected) =>
        Tool.Run(string.Create(CultureInfo.InvariantCulture, $"{Linked} --keep {share}")).ShouldSucceed()
            .Output.Count(character => character == '\n').ShouldBe(expected);

    [Fact]
    public void Scores_have_a_line_for_each_pair_and_can_stand_after_the_pairs()
    {
        string[] scores = Tool.Run($"{Linked} --print scores").ShouldSucceed().Output.Split('\n');
        scores.Length.ShouldBe(4);
        scores[0].ShouldMatch(@"^0\.\d{6}\t0\.99\d\d\t0\.99\d\d$");
        scores[1].ShouldBe("0.000000\t0.0000\t0.0000");
        Tool.Run($"{Linked} --scores --keep 1").ShouldSucceed().Output.Split('\n')[0]
            .ShouldBe($"ein gutes Haus ||| some fine home\t{scores[0]}");
    }

    [Fact]
    public void Other_columns_and_two_files_are_kept_as_they_are()
    {
        Tool.Write("table", "7\tein Haus\thttp://x\ta house\r\n8\tzwei\ty\tz\n");
        Tool.Write("links", "0-0 1-1\n\n");
        Tool.Run("filter table --columns 2,4 --links links -q --keep 0.5").ShouldSucceed().Output
            .ShouldBe("7\tein Haus\thttp://x\ta house\n");
        Tool.Write("s", "ein Haus\nzwei\n");
        Tool.Write("t", "a house\nz\n");
        Tool.Run("filter s t --links links -q --keep 0.5").ShouldSucceed().Output.ShouldBe("ein Haus\ta house\n");
    }

    [Fact]
    public void Links_may_come_from_a_method_and_the_text_from_standard_input()
    {
        string text = File.ReadAllText(Documentation.Repository.PathOf("samples/german-english.txt"));
        string[] scores =
            Tool.RunWithInput(text, "filter -q --method ibm1 --print scores").ShouldSucceed().Output.Split('\n');
        scores.Length.ShouldBe(41);
        scores[..40].ShouldAllBe(line => line.Split('\t').Length == 3);
    }

    [Theory]
    [InlineData("--keep 0.5 --minimum-score 0.5", "--minimum-score")]
    [InlineData("--keep 2", "'2'")]
    [InlineData("--rejected -", "--rejected")]
    [InlineData("--rejected out -o ./out", "same file")]
    public void Options_that_make_no_sense_are_refused(string options, string part) =>
        Tool.Run($"{Linked} {options}").ShouldFail(2, part);

    [Fact]
    public void Bad_links_leave_no_output()
    {
        Tool.Write("links", "0-0\n\n0-7\n");
        Tool.Run($"{Linked} -o out --rejected noise").ShouldFail(65, "links:3", "0-7");
        Tool.Files.ShouldBe(["corpus", "links"]);
    }
}
