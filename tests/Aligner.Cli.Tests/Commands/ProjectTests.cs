namespace Aligner.Cli.Tests.Commands;

public class ProjectTests : ToolTests
{
    private const string Projected = "Juan\tB-PER\nSmith\tI-PER\nvive\tO\nen\tO\nNueva\tB-LOC\nYork.\tI-LOC\n\n";

    public ProjectTests()
    {
        Tool.Write("source", "John\tB-PER\nSmith\tI-PER\nlives\tO\nin\tO\nNew\tB-LOC\nYork.\tI-LOC\n\n");
        Tool.Write("target", "Juan Smith vive en Nueva York.\n");
        Tool.Write("links", "0-0 1-1 2-2 3-3 4-4 5-5\n");
    }

    [Fact]
    public void Tags_go_over_by_links()
    {
        ToolResult result = Tool.Run("project source target --links links");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(Projected);
        result.Error.ShouldContain("2 projected, 0 split, 0 collided, 0 without link");
    }

    [Fact]
    public void A_method_can_make_the_links() =>
        Tool.Run("project source target --method hmm -q").ShouldSucceed().Output.Split('\n').Length.ShouldBe(8);

    [Theory]
    [InlineData("John I-PER\nSmith I-PER\nlives O\nin O\nNew I-LOC\nYork. I-LOC\n")]
    [InlineData("John B-PER\r\nSmith L-PER\r\nlives O\r\nin O\r\nNew B-LOC\r\nYork. L-LOC\r\n\r\n\r\n")]
    [InlineData("# text = John\n1\tJohn\t_\t_\t_\t_\t_\t_\t_\tB-PER\n2\tSmith\t_\t_\t_\t_\t_\t_\t_\tE-PER\n"
        + "3\tlives\t_\t_\t_\t_\t_\t_\t_\t_\n4\tin\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "5-6\tNY\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "5\tNew\t_\t_\t_\t_\t_\t_\t_\tB-LOC\n6\tYork.\t_\t_\t_\t_\t_\t_\t_\tI-LOC\n")]
    public void Tags_of_any_scheme_and_layout_are_read(string source)
    {
        Tool.Write("other", source);
        Tool.Run("project other target --links links -q").ShouldSucceed().Output.ShouldBe(Projected);
    }

    [Theory]
    [InlineData("iob", "I-PER I-PER O O I-LOC I-LOC")]
    [InlineData("bilou", "B-PER L-PER O O B-LOC L-LOC")]
    [InlineData("bioes", "B-PER E-PER O O B-LOC E-LOC")]
    public void Tags_of_any_scheme_are_written(string scheme, string tags) =>
        Tool.Run($"project source target --links links -q --scheme {scheme}").ShouldSucceed().Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('\t')[1])
            .ShouldBe(tags.Split(' '));

    [Fact]
    public void Lines_of_a_target_in_columns_are_kept()
    {
        Tool.Write("columns", "# id = 1\nJuan\tx\tO\nSmith\ty\tO\nvive\tz\tO\n\n");
        Tool.Write("few", "0-0 1-1\n");
        Tool.Run("project source columns --links few -q").ShouldSucceed().Output
            .ShouldBe("# id = 1\nJuan\tx\tB-PER\nSmith\ty\tI-PER\nvive\tz\tO\n\n");
    }

    [Fact]
    public void Text_without_blanks_is_written_by_its_tokens()
    {
        Tool.Write("chinese", "约翰史密斯住在纽约。\n");
        Tool.Run("project source chinese --target-tokenizer char --method ibm1 -q").ShouldSucceed().Output
            .Split('\n').Length.ShouldBe(12);
    }

    [Fact]
    public void Empty_sentences_stay_in_step()
    {
        Tool.Write("many", Tool.Read("source") + "\n" + Tool.Read("source") + "Yes\tB-X\n\n\n\n");
        Tool.Write("lines", Tool.Read("target") + "\n" + Tool.Read("target"));
        Tool.Write("theirs", Tool.Read("links") + "\n" + Tool.Read("links") + "\n");
        Tool.Write("lines4", Tool.Read("lines") + "\n");
        Tool.Run("project many lines4 --links theirs -q").ShouldSucceed().Output
            .ShouldBe(Projected + "\n" + Projected + "\n");
        Tool.Run("project many lines --links theirs -q").ShouldFail(65, "lines: ends after 3 sentences");
    }

    [Fact]
    public void Objects_keep_their_fields_and_count_characters_or_tokens()
    {
        Tool.Write("objects", """
            {"id":7,"text":"Ann 😀 ran.","labels":[[0,3,"PER"],[4,5,"EMO"]],"target":"😀 Anna lief."}
            {"tokens":["Ann","ran"],"ner_tags":["B-PER","O"],"target":["lief","Anna"]}
            {"text":"Ann","spans":[{"start":0,"end":3,"label":"PER"}],"target":"Anna"}

            """);
        Tool.Write("theirs", "0-1 1-0 2-2\n0-1 1-0\n0-0\n");
        Tool.Run("project objects --links theirs -q").ShouldSucceed().Output.ShouldBe("""
            {"id":7,"text":"\uD83D\uDE00 Anna lief.","labels":[[0,1,"EMO"],[2,6,"PER"]]}
            {"tokens":["lief","Anna"],"ner_tags":["O","B-PER"]}
            {"text":"Anna","spans":[{"start":0,"end":4,"label":"PER"}]}

            """);
    }

    [Fact]
    public void Nodes_of_a_graph_are_anchored_anew()
    {
        Tool.Write("graph", """
        {"text":"a dog ran","nodes":[{"anchors":[{"from":2,"to":5}]},{"anchor":0}],"edges":[[0,1]],"target":"lief Hund"}

        """);
        Tool.Write("theirs", "1-1 2-0\n");
        Tool.Run("project graph --links theirs -q").ShouldSucceed().Output.ShouldBe("""
            {"text":"lief Hund","nodes":[{"anchors":[{"from":5,"to":9}]},{"anchor":1}],"edges":[[0,1]],"labels":[]}

            """);
    }

    [Fact]
    public void Inline_codes_go_where_their_words_go()
    {
        Tool.Write("codes", "The <b>red</b> car {1} stops.\nno codes\n");
        Tool.Write("lines", "Der Wagen ist <rot>.\nohne Codes\n");
        Tool.Write("theirs", "0-0 1-3 2-1\n0-0 1-1\n");
        Tool.Run("project codes lines --links theirs -q").ShouldSucceed().Output
            .ShouldBe("Der Wagen{1} ist <b><rot>.</b>\nohne Codes\n");
    }

    [Fact]
    public void Brackets_of_a_translation_are_read()
    {
        Tool.Write("marked", "En [ Nueva York ] vive [Juan Smith].\n");
        Tool.Run("project source marked --markers -q").ShouldSucceed().Output.ShouldBe(
            "En\tO\nNueva\tB-LOC\nYork\tI-LOC\nvive\tO\nJuan\tB-PER\nSmith.\tI-PER\n\n");
    }

    [Fact]
    public void Gold_labels_score_spans_by_their_type()
    {
        Tool.Write("gold", Projected.Replace("Smith\tI-PER", "Smith\tO", StringComparison.Ordinal));
        ToolResult table = Tool.Run("project source --gold gold --links links -q -o out").ShouldSucceed();
        table.Output.Split('\n').Select(row => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe(
            [
                "type precision recall F1 right projected gold",
                "LOC 100.0 100.0 100.0 1 1 1",
                "PER 0.0 0.0 0.0 0 1 1",
                "all 50.0 50.0 50.0 1 2 2",
                "",
            ]);
        Tool.Read("out").ShouldBe(Projected);
        Tool.Run("project source --gold gold --links links -q --json").ShouldSucceed()
            .Output.ShouldContain("\"f1\": 0.5");
    }

    [Theory]
    [InlineData("keep", 14)]
    [InlineData("drop", 7)]
    public void A_sentence_that_loses_a_label_is_kept_or_dropped(string choice, int lines)
    {
        Tool.Write("two", Tool.Read("source") + Tool.Read("source"));
        Tool.Write("lines", Tool.Read("target") + Tool.Read("target"));
        Tool.Write("theirs", Tool.Read("links") + "0-0\n");
        Tool.Run($"project two lines --links theirs -q --unprojected {choice}").ShouldSucceed().Output
            .Split('\n').Length.ShouldBe(lines + 1);
    }

    [Fact]
    public void Lost_labels_are_listed()
    {
        Tool.Write("few", "0-0\n");
        Tool.Run("project source target --links few --unprojected list").Error
            .ShouldContain("source:1: \"New York.\" LOC: without link");
    }

    [Theory]
    [InlineData("a\tX-PER\n", "source:1: ", "X-PER")]
    [InlineData("a\tO\nb\tB-\n", "source:2: ", "B-")]
    [InlineData("a\tO\nb\n", "source:2: ")]
    [InlineData("{\"text\": \"a\", \"labels\": [[0, 9, \"X\"]]}\n", "source:1: ", "[0,9,\"X\"]")]
    [InlineData("{\"text\": \"a\"\n", "source:1: ")]
    [InlineData("{\"tokens\": [\"a\"], \"tags\": [\"X\"]}\n", "source:1: ", "\"X\"")]
    [InlineData("{\"text\": \"a\", \"nodes\": [{\"anchor\": 4}]}\n", "source:1: ", "4")]
    public void Broken_labels_are_told_with_their_place(string content, params string[] parts)
    {
        Tool.Write("source", content);
        Tool.Write("first", "0-0\n");
        Tool.Run("project source target --links first -q -o out").ShouldFail(65, parts);
        Tool.Files.ShouldNotContain("out");
    }

    [Theory]
    [InlineData("project source", "TARGET")]
    [InlineData("project - -", "standard input")]
    [InlineData("project source target --json", "--gold")]
    [InlineData("project source target --links links --to markup", "--to")]
    public void Contradictions_are_usage_errors(string arguments, string part) =>
        Tool.Run(arguments).ShouldFail(2, part);

    [Fact]
    public void Gold_labels_of_other_words_are_refused()
    {
        Tool.Write("gold", "Pedro\tB-PER\n\n");
        Tool.Run("project source target --gold gold --links links -q").ShouldFail(65, "gold:1: ", "Pedro", "Juan");
    }

    [Fact]
    public void Labels_may_come_from_standard_input_and_be_compressed() => Tool.Bash("""
        gzip target
        aligner project - target.gz --links links -q -o out.gz < source
        gunzip -c out.gz
        """).ShouldSucceed().Output.ShouldBe(Projected);
}
