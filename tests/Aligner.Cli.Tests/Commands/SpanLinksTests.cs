namespace Aligner.Cli.Tests.Commands;

/// <summary>Links that are spans of characters are links of the words that they touch, given the text.</summary>
public sealed class SpanLinksTests : ToolTests
{
    public SpanLinksTests()
    {
        // An astral character counts once: "𝄞" is one code point.
        Tool.Write("text", "the 𝄞 house ||| das 𝄞 Haus\na b ||| c d\n");
        Tool.Write("spans", "0:3-0:3:0.5 6:8p6:10\n2:3-0:3\n");
    }

    [Fact]
    public void Convert_reads_them() =>
        Tool.Run("convert -q spans --bitext text").ShouldSucceed().Output.ShouldBe("0-0:0.5 2p2\n1-0 1-1\n");

    [Fact]
    public void Spans_that_touch_the_same_words_give_one_link()
    {
        Tool.Write("same", "0:1-0:3 1:3-0:3\n0:3p0:1:0.25 2:3-0:1:0.5\n");
        Tool.Run("convert -q same --bitext text").ShouldSucceed().Output.ShouldBe("0-0\n0p0:0.25 1-0:0.5\n");
    }

    [Fact]
    public void What_convert_writes_it_reads_again()
    {
        Tool.Write("links", "0-0 1-1 2p2\n\n");
        Tool.Run("convert -q links --bitext text --units characters -o written").ShouldSucceed();
        Tool.Read("written").ShouldBe("0:3-0:3 4:5-4:5 6:11p6:10\n\n");
        Tool.Run("convert -q written --bitext text").ShouldSucceed().Output.ShouldBe("0-0 1-1 2p2\n\n");
    }

    [Fact]
    public void Symmetrize_reads_them_beside_links_of_words()
    {
        Tool.Write("words", "0-0 2-2\n0-0\n");
        Tool.Run("symmetrize -q words spans --heuristic union --bitext text").ShouldSucceed()
            .Output.ShouldBe("0-0:0.75 2-2:1\n0-0 1-0 1-1\n");
        Tool.Run("symmetrize -q spans words --heuristic intersection --bitext text --units characters")
            .ShouldSucceed().Output.ShouldBe("0:3-0:3:0.75 6:11-6:10:1\n\n");
    }

    [Fact]
    public void Eval_scores_them()
    {
        Tool.Write("gold", "0-0 2-2\n1-0 1-1\n");
        Tool.Run("eval -q --tsv --bootstrap 0 --gold gold spans --bitext text").ShouldSucceed()
            .Output.ShouldContain("\t0.000000\t");
        Tool.Run("eval -q --json --bootstrap 0 --gold spans gold --bitext text").ShouldSucceed()
            .Output.ShouldContain("\"aer\": 0");
    }

    [Fact]
    public void View_shows_them() =>
        Tool.Run("view -q text spans --line 2").ShouldSucceed().Output.ShouldBe(
            Tool.RunWithInput("0-0\n1-0 1-1\n", "view -q text - --line 2").ShouldSucceed().Output);

    [Theory]
    [InlineData("convert spans --to talp", "spans:1", "bitext")]
    [InlineData("symmetrize spans spans", "spans:1", "bitext")]
    [InlineData("eval --gold spans spans", "spans:1", "bitext")]
    [InlineData("convert broken --bitext text", "broken:1", "3:4")]
    [InlineData("convert empty --bitext text", "empty:1", "2:2")]
    public void Spans_of_nothing_are_refused(string arguments, string place, string value)
    {
        Tool.Write("broken", "0:3-0:3 3:4-0:3\n\n");
        Tool.Write("empty", "2:2-0:3\n\n");
        Tool.Run(arguments).ShouldFail(65, place, value);
    }

    [Fact]
    public void A_broken_span_costs_its_line_alone_where_asked()
    {
        Tool.Write("broken", "0:3-0:3 3:4-0:3\n2:3-0:3\n");
        Tool.Run("convert -q broken --bitext text --on-error skip").ShouldSucceed().Output.ShouldBe("\n1-0 1-1\n");
    }
}
