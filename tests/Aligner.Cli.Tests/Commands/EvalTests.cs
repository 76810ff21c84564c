using System.Text.Json.Nodes;

namespace Aligner.Cli.Tests.Commands;

public class EvalTests : ToolTests
{
    // Sure {0-0, 1-1}, possible {2-1} besides; the hypothesis has one sure, one possible and one wrong link:
    // precision 2/3, recall 1/2, F1 4/7, AER 1 − (1 + 2) / (3 + 2) = 2/5.
    private const string Gold = "0-0 1-1 2p1\n";
    private const string Links = "0-0 2-1 2-2\n";

    public EvalTests()
    {
        Tool.Write("gold", Gold);
        Tool.Write("links", Links);
        Tool.Write("perfect", "0-0 1-1 2-1\n");
    }

    [Fact]
    public void Json_gives_fractions_for_each_hypothesis_and_the_signature()
    {
        JsonNode report = JsonNode.Parse(Tool.Run("eval --gold gold links perfect --json").ShouldSucceed().Output)!;
        JsonNode first = report["hypotheses"]![0]!;
        first["name"]!.GetValue<string>().ShouldBe("links");
        first["precision"]!.GetValue<double>().ShouldBe(2.0 / 3, 1e-12);
        first["recall"]!.GetValue<double>().ShouldBe(0.5, 1e-12);
        first["f1"]!.GetValue<double>().ShouldBe(4.0 / 7, 1e-12);
        first["aer"]!.GetValue<double>().ShouldBe(0.4, 1e-12);
        first["counts"]!.ToJsonString()
            .ShouldBe("""{"predicted":3,"predicted_sure":1,"predicted_possible":2,"sure":2}""");
        first["intervals"]!["aer"]!.AsArray().Count.ShouldBe(2);
        report["hypotheses"]![1]!["aer"]!.GetValue<double>().ShouldBe(0, 1e-12);
        report["hypotheses"]![1]!["comparisons"]![0]!["delta"]!.GetValue<double>().ShouldBe(-0.4, 1e-12);
        report["signature"]!.GetValue<string>()
            .ShouldStartWith("gold:pharaoh/0|hyp:pharaoh/0|possible:yes|sentences:1|bootstrap:1000|seed:1|version:");
    }

    [Fact]
    public void Text_gives_percent_and_the_signature()
    {
        string[] lines = Tool.Run("eval --gold gold links --bootstrap 0").ShouldSucceed().Output.Split('\n');
        lines[0].ShouldBe("hypothesis   AER  precision  recall    F1  links");
        lines[1].ShouldBe("links       40.0       66.7    50.0  57.1      3");
        lines[3].ShouldStartWith("signature: gold:pharaoh/0|");
    }

    [Fact]
    public void Tsv_gives_a_row_for_each_part_under_a_header()
    {
        string[][] rows = [.. Tool.Run("eval --gold gold links --tsv --per-sentence --breakdown").ShouldSucceed()
            .Output.TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
        rows.Select(row => row.Length).Distinct().ShouldHaveSingleItem();
        rows[0][..3].ShouldBe(["hypothesis", "part", "predicted"]);
        rows[1][..10].ShouldBe(
            ["links", "corpus", "3", "1", "2", "2", "0.666667", "0.500000", "0.571429", "0.400000"]);
        rows[^1][..6].ShouldBe(["links", "pair 1", "3", "1", "2", "2"]);
        rows.Select(row => row[1]).ShouldContain("link type one-to-one");
    }

    [Fact]
    public void Sure_only_leaves_possible_links_out() =>
        Tool.Run("eval --gold gold links --sure-only --bootstrap 0").ShouldSucceed()
            .Output.ShouldContain("links       60.0       33.3    50.0  40.0      3");

    [Fact]
    public void The_gold_has_a_format_of_its_own()
    {
        Tool.Write("gold.wa", "1 1 1 S\n1 2 2 S\n1 3 2 P\n");
        Tool.Run("eval --gold gold.wa --gold-format naacl links --bootstrap 0").ShouldSucceed()
            .Output.ShouldContain("40.0");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        string expected = Tool.Run("eval --gold gold links perfect --seed 7").ShouldSucceed().Output;
        Tool.Run("eval --gold gold links perfect --seed 7").ShouldSucceed().Output.ShouldBe(expected);
    }

    [Fact]
    public void A_gold_file_of_another_length_is_refused()
    {
        Tool.Write("longer", Links + Links);
        Tool.Run("eval --gold gold longer").ShouldFail(65, "longer: 2 alignments, but gold has 1");
    }

    [Fact]
    public void A_gold_that_looks_swapped_is_warned_of_unless_quiet()
    {
        Tool.Write("gold", string.Concat(Enumerable.Repeat("0-1 1-2 2-3 3-4\n", 10)));
        Tool.Write("links", string.Concat(Enumerable.Repeat("1-0 2-1 3-2 4-3\n", 10)));
        ToolResult result = Tool.Run("eval --gold gold links");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldStartWith("aligner: warning: ");
        Tool.Run("eval --gold gold links -q").ShouldSucceed().Output.ShouldBe(result.Output);
    }

    [Fact]
    public void Unaligned_words_are_counted_with_the_help_of_the_bitext()
    {
        Tool.Write("corpus", "a b c d ||| x y z\n");
        JsonNode report = JsonNode.Parse(
            Tool.Run("eval --gold gold --bitext corpus links --json --breakdown").ShouldSucceed().Output)!;
        report["hypotheses"]![0]!["unaligned_words"]!["gold"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData("lilt.fastalign.test.enfr.grow-diagonal-final.talp", "wpt03-en-fr-test", 0.121)]
    [InlineData("lilt.giza.test.roen.grow-diagonal-final.talp", "wpt03-ro-en-test", 0.264)]
    [InlineData("awesome-align.zhen.out", "tsinghua-zh-en-test", 0.133)]
    [InlineData("awesome-align.jaen.out", "kftt-ja-en-test", 0.374)]
    public void Published_error_rates_are_reproduced(string peer, string set, double aer)
    {
        string gold = TestData.File($"gold/{set}/gold.txt");
        JsonNode report = JsonNode.Parse(
            Tool.Run($"eval --json --bootstrap 0 --gold {gold} {TestData.File($"peer-outputs/{peer}")}").Output)!;
        report["hypotheses"]![0]!["aer"]!.GetValue<double>().ShouldBe(aer, 0.0005);
    }
}
