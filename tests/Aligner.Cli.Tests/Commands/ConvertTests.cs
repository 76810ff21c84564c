namespace Aligner.Cli.Tests.Commands;

public class ConvertTests : ToolTests
{
    [Theory]
    [InlineData("--to talp", "0-1 2p0\n", "1-2 3p1\n")]
    [InlineData("--from talp", "1-2\n", "0-1\n")]
    [InlineData("--index-base 1", "1-2\n", "0-1\n")]
    [InlineData("--to-index-base 1", "0-1\n", "1-2\n")]
    [InlineData("--swap", "0-1 2-0\n", "0-2 1-0\n")]
    [InlineData("", "2-0 0-1 2-0\n", "0-1 2-0\n")]
    [InlineData("--from naacl", "1 1 2 S\n2 1 1 P\n", "0-1\n0p0\n")]
    [InlineData("--to naacl", "0-1\n0p0\n", "1 1 2 S\n2 1 1 P\n")]
    public void Links_keep_their_meaning(string options, string input, string expected) =>
        Tool.RunWithInput(input, $"convert {options}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void Words_come_from_the_bitext_and_survive_the_way_back()
    {
        Tool.Write("corpus", "the house ||| la casa\n");
        Tool.Write("links", "0-0 1-1\n");
        string giza = Tool.Run("convert --to giza --bitext corpus links").ShouldSucceed().Output;
        giza.ShouldContain("house ({ 2 })");
        Tool.RunWithInput(giza, "convert --from giza").ShouldSucceed().Output.ShouldBe("0-0 1-1\n");
    }

    [Fact]
    public void A_link_outside_the_bitext_is_refused()
    {
        Tool.Write("corpus", "the house ||| la casa\n\n");
        Tool.Write("links", "0-0 2-1\n\n");
        Tool.Run("convert --to giza --bitext corpus links")
            .ShouldFail(65, "links:1: link 2-1 lies outside a pair of 2 and 2 tokens");
    }

    [Theory]
    [InlineData("the house ||| la casa ||| 0-0 1-1 ||| -3.5\n", "the<sep>la house<sep>casa\n")]
    [InlineData("the house\tla casa\t1-1\n", "house<sep>casa\n")]
    public void Words_of_the_link_file_are_kept(string input, string expected) =>
        Tool.RunWithInput(input, "convert --to words").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void Links_by_words_need_the_bitext()
    {
        Tool.Write("corpus", "the house ||| la casa\n");
        Tool.RunWithInput("house<sep>casa\n", "convert --from words --bitext corpus").ShouldSucceed()
            .Output.ShouldBe("1-1\n");
        Tool.RunWithInput("house<sep>casas\n", "convert --from words --bitext corpus")
            .ShouldFail(65, "<stdin>:1: the linked word \"casas\"");
        Tool.RunWithInput("house<sep>casa\n", "convert --from words").ShouldFail(2, "--bitext");
    }

    [Fact]
    public void Probabilities_may_stand_in_a_file_of_their_own()
    {
        Tool.Write("links", "1-1 0-0\n\n");
        Tool.Write("probabilities", "0.25 0.5\n\n");
        Tool.Run("convert links --probabilities probabilities").ShouldSucceed().Output.ShouldBe("0-0:0.5 1-1:0.25\n\n");
        Tool.Write("probabilities", "0.25\n\n");
        Tool.Run("convert links --probabilities probabilities")
            .ShouldFail(65, "probabilities:1: 1 probabilities for 2 links");
    }

    [Fact]
    public void Files_of_which_each_has_some_of_the_pairs_are_merged()
    {
        Tool.Write("part.0", "2 1 1\n5 1 1\n");
        Tool.Write("part.1", "1 1 2\n3 1 1\n");
        Tool.Run("convert --from naacl part.0 part.1").ShouldSucceed().Output.ShouldBe("0-1\n0-0\n0-0\n\n0-0\n");
        Tool.Run("convert part.0 part.1").ShouldFail(2, "takes one file");
    }

    [Fact]
    public void A_gap_is_bounded_by_the_bitext_or_else_by_reason()
    {
        Tool.Write("corpus", "a ||| b\n\nc ||| d\n");
        Tool.RunWithInput("1 1 1\n", "convert --from naacl --bitext corpus").ShouldSucceed().Output
            .ShouldBe("0-0\n\n\n");
        Tool.RunWithInput("2147483647 1 1\n", "convert --from naacl --bitext corpus").ShouldFail(65, "goes on");
        Tool.RunWithInput("2147483647 1 1\n", "convert --from naacl").ShouldFail(65, "<stdin>:1: sentence pair");
    }

    [Fact]
    public void A_file_of_Giza_that_lost_its_empty_pairs_is_put_in_step_with_the_bitext()
    {
        Tool.Write("corpus", "\nthe house ||| la casa\n ||| ni\na ||| una\nb |||\n");
        Tool.Write("a3", Giza(1, "the house", "la casa") + Giza(2, "a", "una"));
        Tool.Run("convert --from giza --bitext corpus a3").ShouldSucceed().Output.ShouldBe("\n0-0\n\n0-0\n\n");
    }

    [Theory]
    [InlineData("the home", "la casa", "a3:1: source word 2 is \"home\", but \"house\" in corpus")]
    [InlineData("the house", "la", "a3:1: target word 2 is missing, but \"casa\" in corpus")]
    [InlineData("la casa", "the house", "a3:1: source and target are the target and source of corpus")]
    public void Links_of_other_words_are_refused(string source, string target, string message)
    {
        Tool.Write("corpus", "the house ||| la casa\n");
        Tool.Write("a3", Giza(1, source, target));
        Tool.Run("convert --from giza --bitext corpus a3").ShouldFail(65, message);
    }

    [Fact]
    public void Words_in_other_case_are_no_other_words()
    {
        Tool.Write("corpus", "The House ||| La Casa\n");
        Tool.Write("a3", Giza(1, "the house", "la casa"));
        Tool.Run("convert --from giza --to words --bitext corpus a3").ShouldSucceed().Output.ShouldBe("The<sep>La\n");
    }

    [Fact]
    public void Links_of_words_whose_places_are_known_stay_links_of_words()
    {
        const string Line = "{\"links\":[[0,0]],\"source\":[\"a\"],\"target\":[\"b\"],"
            + "\"sourceCharacters\":[[0,1]],\"targetCharacters\":[[2,3]]}\n";
        Tool.RunWithInput(Line, "convert --from jsonl --to pharaoh").ShouldSucceed().Output.ShouldBe("0-0\n");
        Tool.RunWithInput(Line, "convert --from jsonl --to jsonl").ShouldSucceed().Output.ShouldBe(Line);
    }

    [Fact]
    public void The_bitext_may_be_TMX()
    {
        Tool.Write("corpus.tmx", """
            <?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
            <tu><tuv xml:lang="en"><seg>the house</seg></tuv><tuv xml:lang="es"><seg>la casa</seg></tuv></tu>
            </body></tmx>
            """);
        Tool.RunWithInput("1-1\n", "convert --to opustrainer --bitext corpus.tmx").ShouldSucceed().Output
            .ShouldBe("the house\tla casa\t1-1\n");
        Tool.RunWithInput("1-1\n", "convert --to opustrainer --bitext corpus.tmx --languages es,en").ShouldSucceed()
            .Output.ShouldBe("la casa\tthe house\t1-1\n");
        Tool.RunWithInput("1-1\n", "convert --to opustrainer --bitext corpus.tmx --languages xx,en")
            .ShouldFail(65, "'xx'");
    }

    [Fact]
    public void A_format_that_prints_words_needs_words() =>
        Tool.RunWithInput("0-0\n", "convert --to giza").ShouldFail(2, "--to giza needs the words");

    /// <summary>A pair as GIZA++ writes it, with its first words linked.</summary>
    private static string Giza(int number, string source, string target) =>
        $"# Sentence pair ({number}) source length 0 target length 0 alignment score : 0\n{target}\n"
        + $"NULL ({{ }}) {source.Split(' ')[0]} ({{ 1 }}) "
        + string.Concat(source.Split(' ').Skip(1).Select(word => $"{word} ({{ }}) ")) + "\n";
}
