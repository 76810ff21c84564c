using System.Globalization;
using Aligner.Core.Rendering;

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

    [Theory]
    [InlineData("--method hmm", "forward  reverse")]
    [InlineData("--method hmm --symmetrize grow-diag", "forward  reverse  best forward  best reverse")]
    [InlineData("--model model", "forward  reverse")]
    public void Each_expert_is_told_for_each_link(string method, string experts)
    {
        const string Text =
            "the house ||| das Haus\nthe book ||| das Buch\na book ||| ein Buch\na house ||| ein Haus\n";
        Tool.Write("corpus", string.Concat(Enumerable.Repeat(Text, 10)));
        Tool.Run("train corpus --method hmm -o model -q").ShouldSucceed();
        string plain = Tool.Run($"view corpus {method} --line 1 -q").ShouldSucceed().Output;

        string explained = Tool.Run($"view corpus {method} --line 1 --why -q").ShouldSucceed().Output;

        explained.ShouldStartWith(plain.TrimEnd('\n'));
        string[] table = explained[plain.TrimEnd('\n').Length..].Trim('\n').Split('\n');
        table[0].Trim().ShouldBe($"decision  {experts}");
        table[1].ShouldMatch(@"^the – das( +[01]\.\d\d)+$");
        table[2].ShouldStartWith("house – Haus ");
        Tool.Run($"view corpus {method} --html page.html --why -q").ShouldSucceed();
        Tool.Read("page.html").ShouldContain("[\"forward\",[");
    }

    [Fact]
    public void A_method_of_one_expert_says_so()
    {
        ToolResult result = Tool.Run("view corpus --method sim --line 1 --why");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(Tool.Run("view corpus --method sim --line 1").ShouldSucceed().Output);
        result.Error.ShouldContain("sim is one expert");
    }

    [Theory]
    [InlineData("links --why", "needs --method")]
    [InlineData("--method hmm --why --svg figure.svg", "--html")]
    public void What_cannot_be_explained_is_a_usage_error(string options, string message) =>
        Tool.Run($"view corpus {options}").ShouldFail(2, message);

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
        Tool.Run("view corpus links --line 3").ShouldFail(2, "no such pair");

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

    [Fact]
    public void Pairs_are_chosen_by_their_lines()
    {
        Tool.Write("corpus", "a ||| b\nc ||| d\ne ||| f\ng ||| h\n");
        Tool.Write("links", "0-0\n0-0\n0-0\nbroken\n");
        Shown("view corpus links --line 1,3").ShouldBe([1, 3]);
        Shown("view corpus links --line 2-3").ShouldBe([2, 3]);
        Tool.Run("view corpus links --line 3-2").ShouldFail(2, "--line: '3-2'");
        Tool.Run("view corpus links --line 0").ShouldFail(2, "--line: '0'");
        Tool.Run("view corpus links --line 1 --limit 1").ShouldFail(2, "either --line or --limit");
    }

    [Fact]
    public void Pairs_are_chosen_by_their_errors()
    {
        Tool.Write("corpus", "a b ||| c d\na b ||| c d\na b ||| c d\n");
        Tool.Write("links", "0-0 1-1\n0-0 1-0\n1-0\n");
        Tool.Write("gold", "0-0 1-1\n0-0 1-1\n0-0 1-1\n");
        Shown("view corpus links --gold gold --errors").ShouldBe([2, 3]);
        Shown("view corpus links --gold gold --worst 2").ShouldBe([3, 2]);
        Tool.Run("view corpus links --gold gold --worst 1").ShouldSucceed().Output
            .ShouldStartWith("pair 3  AER 100.0\n");
        Tool.Run("view corpus links --errors").ShouldFail(2, "--errors needs --gold");
        Tool.Run("view corpus links --worst 1").ShouldFail(65, "neither");
    }

    [Fact]
    public void The_worst_pairs_without_gold_are_those_of_the_lowest_score()
    {
        Tool.Write("corpus", "a ||| b\na ||| b\n");
        Tool.Write("links", "0-0:1\t-0.5\n0-0:1\t-2\n");
        Shown("view corpus links --worst 1").ShouldBe([2]);
    }

    [Fact]
    public void A_sample_is_that_of_its_seed()
    {
        Tool.Write("corpus", string.Concat(Enumerable.Repeat("a ||| b\n", 200)));
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0\n", 200)));
        int[] drawn = Shown("view corpus links --sample 5 --seed 7");
        drawn.Length.ShouldBe(5);
        drawn.ShouldBeInOrder();
        Shown("view corpus links --sample 5 --seed 7").ShouldBe(drawn);
        Shown("view corpus links --sample 5 --seed 8").ShouldNotBe(drawn);
    }

    [Fact]
    public void Two_systems_are_seen_beside_gold()
    {
        Tool.Write("corpus", "a b ||| c d\n");
        Tool.Write("links", "0-0\n");
        Tool.Write("more", "0-0 1-0\n");
        Tool.Write("gold", "0-0 1-1\n");
        Tool.Run("view corpus links more --gold gold").ShouldSucceed().Output.ShouldBe("""
            pair 1  AER 33.3 50.0
              c  d
            a ●● ··
            b ·× ○○

            marks from left to right: links, more
            ● sure  ◐ possible  × wrong  ○ missed

            """);
    }

    [Fact]
    public void Color_is_used_where_it_is_asked_for()
    {
        Tool.Run("view corpus links --line 1 --color always").ShouldSucceed().Output
            .ShouldBe("pair 1\n  y\nx \e[36m●\e[0m\n\n");
        Tool.Run("view corpus links --line 1").ShouldSucceed().Output.ShouldNotContain("\e");
    }

    [Fact]
    public void A_method_gives_links_too()
    {
        Tool.Write("corpus", string.Concat(Enumerable.Repeat("the house ||| das Haus\nthe ||| das\n", 20)));
        Tool.Run("align corpus --method ibm1 --output aligned --quiet").ShouldSucceed();
        string expected = Tool.Run("view corpus aligned").ShouldSucceed().Output;
        expected.ShouldContain("house · ●");
        Tool.Run("view corpus --method ibm1 --quiet").ShouldSucceed().Output.ShouldBe(expected);
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0\n", 40)));
        Tool.Run("view corpus links --method ibm1 --line 1 --quiet").ShouldSucceed().Output
            .ShouldContain("marks from left to right: ibm1, links");
    }

    [Theory]
    [InlineData("--svg", "matrix", "<circle")]
    [InlineData("--svg", "arcs", "class=\"curve right\"")]
    [InlineData("--tikz", "matrix", "circle[")]
    [InlineData("--tikz", "arcs", ".. controls")]
    public void Figures_are_written_to_a_file(string option, string figure, string part)
    {
        Tool.Run($"view corpus links {option} figure --figure {figure} --line 1").ShouldSucceed().Output
            .ShouldBeEmpty();
        Tool.Read("figure").ShouldContain(part);
        Tool.Run($"view corpus links {option} figure").ShouldFail(1, "--overwrite");
        Tool.Run($"view corpus links {option} figure --overwrite").ShouldSucceed();
        Tool.Run("view corpus links --svg a --tikz b").ShouldFail(2, "either --svg or --tikz");
    }

    [Fact]
    public void A_page_holds_the_pairs_that_are_chosen()
    {
        Tool.Run("view corpus links --line 2 --html page --source-language de").ShouldSucceed().Output.ShouldBeEmpty();
        Tool.Read("page").ShouldContain(
            """{"title":"corpus","languages":["de",null],"systems":["links"],"pairs":[[2,["a","b"],["ud"],""");
        Tool.Run("view corpus links --html page").ShouldFail(1, "--overwrite");
        Tool.Run("view corpus links --html other --source-language <b>").ShouldFail(2, "'<b>'");
        Tool.Files.ShouldNotContain("other");
    }

    [Fact]
    public void Every_pair_of_czenali_fits_a_terminal_of_80_columns()
    {
        string folder = Path.GetDirectoryName(TestData.File("gold/czenali-en-cs-a/gold.txt"))!;
        Tool.Run($"view -s {folder}/src.txt -t {folder}/tgt.txt {folder}/gold.txt --width 80").ShouldSucceed().Output
            .Split('\n').ShouldAllBe(line => TerminalText.Elements(line).Sum(TerminalText.Width) <= 80);
    }

    /// <summary>The numbers of the pairs that are shown.</summary>
    private int[] Shown(string arguments) =>
        [.. Tool.Run(arguments).ShouldSucceed().Output.Split('\n')
            .Where(line => line.StartsWith("pair ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))];
}
