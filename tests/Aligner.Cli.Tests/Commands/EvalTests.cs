using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

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
    public void Json_gives_fractions()
    {
        JsonNode report = JsonNode.Parse(Tool.Run("eval --gold gold links perfect --json").ShouldSucceed().Output)!;
        JsonNode first = report["hypotheses"]![0]!;
        first["precision"]!.GetValue<double>().ShouldBe(2.0 / 3, 1e-12);
        first["recall"]!.GetValue<double>().ShouldBe(0.5, 1e-12);
        first["f1"]!.GetValue<double>().ShouldBe(4.0 / 7, 1e-12);
        first["aer"]!.GetValue<double>().ShouldBe(0.4, 1e-12);
        report["hypotheses"]![1]!["aer"]!.GetValue<double>().ShouldBe(0, 1e-12);
    }

    [Fact]
    public void A_page_holds_the_report_and_the_pairs_whose_words_are_known()
    {
        Tool.Write("text", "a b c ||| d e f\n");
        Tool.Write("scored", "0-0:0.9 2-1:0.5 2-2:0.1\n");
        string report = Tool.Run("eval --gold gold scored links").ShouldSucceed().Output;
        Tool.Run("eval --gold gold scored links --bitext text --html page").ShouldSucceed().Output.ShouldBe(report);
        JsonNode page = Page();
        JsonNode[] systems = [.. page["report"]!["systems"]!.AsArray().Select(system => system!)];
        systems[0]["aer"]!["value"]!.GetValue<double>().ShouldBe(0.4, 1e-12);
        systems[0]["lengths"]![0]!["sure"]!.GetValue<int>().ShouldBe(2);

        // Without the wrong link: 1 − (1 + 2) / (2 + 2).
        systems[0]["curve"]![25]!.ToJsonString().ShouldBe("[0.5,1,0.5,0.25]");
        systems[1]["curve"].ShouldBeNull();
        page["pairs"]!.AsArray().Count.ShouldBe(1);

        Tool.Run("eval --gold gold links --html page").ShouldFail(1, "--overwrite");
        Tool.Run("eval --gold gold links --html page --overwrite").ShouldSucceed();
        Page()["pairs"]!.AsArray().ShouldBeEmpty();

        JsonNode Page()
        {
            const string Begin = "id=\"data\">";
            string text = Tool.Read("page");
            int begin = text.LastIndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
            return JsonNode.Parse(text[begin..text.IndexOf("</script>", begin, StringComparison.Ordinal)])!;
        }
    }

    [Theory]
    [InlineData("text", "links --bootstrap 0")]
    [InlineData("text-of-two", "links perfect")]
    [InlineData("text-in-detail", "links --breakdown --per-sentence")]
    [InlineData("json", "links perfect --json")]
    [InlineData("json-in-detail", "links --json --bootstrap 0 --breakdown --per-sentence")]
    [InlineData("tsv", "links perfect --tsv")]
    [InlineData("tsv-in-detail", "links --tsv --bootstrap 0 --breakdown --per-sentence")]
    public void Reports_look_the_same_in_each_run(string name, string arguments)
    {
        Tool.Write("gold", Gold + "0-0 1-1 2-2\n0p1\n");
        Tool.Write("links", Links + "0-0 1-2\n\n");
        Tool.Write("perfect", "0-0 1-1 2-1\n0-0 1-1 2-2\n0-1\n");
        string report = Tool.Run($"eval --gold gold {arguments}").ShouldSucceed().Output;
        Regex.Replace(report, "version:[^\\s\"]+", "version:0.0.0").ShouldMatchSnapshot($"Report.{name}");
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

    // 5-5 lies outside of two and two words: of three links of each file two are right.
    [Theory]
    [InlineData("gold.jsonl --gold-format jsonl links")]
    [InlineData("gold --bitext corpus links")]
    public void A_link_outside_the_sentences_is_not_right(string arguments)
    {
        Tool.Write("corpus", "a b ||| c d\n");
        Tool.Write("gold", "0-0 1-1 5-5\n");
        Tool.Write("gold.jsonl", "{\"links\":[[0,0],[1,1],[5,5]],\"source\":[\"a\",\"b\"],\"target\":[\"c\",\"d\"]}\n");
        Tool.Write("links", "0-0 1-1 5-5\n");
        JsonNode report = JsonNode.Parse(Tool.Run($"eval --json --bootstrap 0 --gold {arguments}").Output)!;
        report["hypotheses"]![0]!["f1"]!.GetValue<double>().ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void A_file_that_numbers_its_pairs_may_end_early()
    {
        Tool.Write("gold", "0-0\n\n1-1\n");
        Tool.Write("links.wa", "3 2 2\n1 1 1\n");
        Tool.Write("short.wa", "1 1 1\n");
        string output = Tool.Run("eval --gold gold --format naacl links.wa short.wa --tsv --bootstrap 0")
            .ShouldSucceed().Output;
        output.ShouldContain("links.wa");
        Tool.Run("eval --gold short.wa --gold-format naacl gold --bootstrap 0").ShouldSucceed();
        Tool.Write("long.wa", "2147483647 1 1\n");
        Tool.Run("eval --gold gold --format naacl long.wa").ShouldFail(65, "long.wa: 4 alignments, but gold has 3");
        Tool.Run("eval --gold long.wa --gold-format naacl --format naacl long.wa").ShouldFail(65, "left out");
    }

    [Fact]
    public void Files_of_other_words_are_refused()
    {
        Tool.Write("gold", "a ||| b ||| 0-0\n");
        Tool.Write("links", "a ||| c ||| 0-0\n");
        Tool.Write("corpus", "a ||| b\n");
        Tool.Run("eval --gold gold links").ShouldFail(65, "links:1: target word 1 is \"c\", but \"b\" in gold");
        Tool.Run("eval --gold gold links --bitext corpus").ShouldFail(65, "links:1: target word 1 is \"c\"", "corpus");
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
