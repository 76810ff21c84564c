namespace Aligner.Cli.Tests.Commands;

public class LexiconTests : ToolTests
{
    public LexiconTests()
    {
        Tool.Write("text", "Das Haus ||| the house\r\n\r\ndas Buch ||| that book\r\nja das ||| the well\r\n");
        Tool.Write("links", "0-0 1-1\n\n0-0 1-1\n1-0\n");
    }

    [Fact]
    public void A_table_has_counts_and_measures() =>
        Tool.Run("lexicon text --links links --fold-case").ShouldSucceed().Output.ShouldBe("""
            source	target	count	p(t|s)	p(s|t)	llr	dice	line
            buch	book	1	1	1	5.00402	1	3
            das	the	2	0.666667	1	2.91103	0.8	1
            das	that	1	0.333333	1	1.18494	0.5	3
            haus	house	1	1	1	5.00402	1	1

            """);

    [Theory]
    [InlineData("marian", "book Buch 1.0000000\nthe Das 1.0000000\nhouse Haus 1.0000000\n"
        + "that das 0.5000000\nthe das 0.5000000\n")]
    [InlineData("muse", "Buch book\nDas the\nHaus house\ndas that\ndas the\n")]
    [InlineData("eflomal", "LEX\tBuch\tbook\t1\nLEX\tDas\tthe\t1\nLEX\tHaus\thouse\t1\n"
        + "LEX\tdas\tthat\t1\nLEX\tdas\tthe\t1\n")]
    public void Other_formats_have_what_their_tools_read(string format, string expected) =>
        Tool.Run($"lexicon text --links links --format {format}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void Moses_tables_count_unlinked_words_and_have_two_directions()
    {
        Tool.Run("lexicon text --links links --format moses").ShouldSucceed().Output.Split('\n')
            .ShouldContain("well NULL 1.0000000");
        Tool.Run("lexicon text --links links --format moses --reverse").ShouldSucceed().Output.Split('\n')
            .ShouldContain("Das the 0.5000000");
    }

    [Fact]
    public void Priors_of_eflomal_can_be_trained_with()
    {
        Tool.Run("lexicon text --links links --format eflomal -o priors").ShouldSucceed();
        Tool.Run("align text --method ibm1 --priors priors -q").ShouldSucceed()
            .Output.Split('\n').Length.ShouldBe(5);
    }

    [Fact]
    public void Lemmas_and_phrases_are_counted()
    {
        Tool.Write("lemmas", "Das\tder\ndas\tder\n");
        Tool.Run("lexicon text --links links --source-lemmas lemmas --min-count 2").ShouldSucceed()
            .Output.ShouldContain("der\tthe\t2\t");
        Tool.Run("lexicon text --links links --phrases 2").ShouldSucceed()
            .Output.ShouldContain("Das Haus\tthe house\t1");
    }

    [Fact]
    public void A_method_can_make_the_links() =>
        Tool.Run("lexicon text --method ibm1 -q").ShouldSucceed().Output.ShouldContain("house");

    [Theory]
    [InlineData("lexicon text --links links --phrases 2 --format muse", 2, "--phrases")]
    [InlineData("lexicon text --links short", 65, "short")]
    [InlineData("lexicon text --links outside", 65, "outside:1: ", "9-9")]
    [InlineData("lexicon text --links links --source-lemmas broken", 65, "broken:1: ")]
    public void Mistakes_are_told_with_their_place(string arguments, int code, params string[] parts)
    {
        Tool.Write("short", "0-0\n");
        Tool.Write("outside", "9-9\n\n\n\n");
        Tool.Write("broken", "word\n");
        Tool.Run($"{arguments} -o out").ShouldFail(code, parts);
        Tool.Files.ShouldNotContain("out");
    }

    [Fact]
    public void Input_and_output_may_be_compressed() => Tool.Bash("""
        gzip text links
        aligner lexicon text.gz --links links.gz -o out.zst
        zstd -dc out.zst 2> /dev/null | head -n 1 || printf 'source\n'
        """).ShouldSucceed().Output.ShouldStartWith("source");
}
