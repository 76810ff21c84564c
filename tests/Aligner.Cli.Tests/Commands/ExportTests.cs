using System.Text.Json.Nodes;

namespace Aligner.Cli.Tests.Commands;

public class ExportTests : ToolTests
{
    private const string Linked = "corpus --links links";

    public ExportTests()
    {
        Tool.Write("corpus", "das rote Haus ||| the red house\n\nNew York ist da ||| New York is there\n");
        Tool.Write("links", "0-0 1-1 2-2:0.25\n\n0-0 1-1 2-2 3-3\n");
    }

    [Theory]
    [InlineData("", "the red Haus\n\nNew York is there\n")]
    [InlineData("--minimum-probability 0.2", "the red house\n\nNew York is there\n")]
    [InlineData("--reverse", "das rote house\n\nNew York ist da\n")]
    [InlineData("--print pairs", "the red Haus ||| das rote Haus\n ||| \nNew York is there ||| New York ist da\n")]
    [InlineData("--copies 2", "the red Haus\nthe red Haus\n\n\nNew York is there\nNew York is there\n")]
    public void Words_are_switched(string options, string expected) =>
        Tool.Run($"export code-switch {Linked} --share 1 {options}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void A_seed_gives_the_same_sentences_again()
    {
        Tool.Write("corpus", string.Concat(Enumerable.Repeat("a b c d e ||| v w x y z\n", 20)));
        Tool.Write("links", string.Concat(Enumerable.Repeat("0-0 1-1 2-2 3-3 4-4\n", 20)));
        string first = Tool.Run($"export code-switch {Linked} --seed 3").ShouldSucceed().Output;
        Tool.Run($"export code-switch {Linked} --seed 3 --threads 1").ShouldSucceed().Output.ShouldBe(first);
        Tool.Run($"export code-switch {Linked} --seed 4").ShouldSucceed().Output.ShouldNotBe(first);
    }

    [Fact]
    public void JSON_has_the_places_of_what_was_switched()
    {
        JsonNode switched = JsonNode.Parse(
            Tool.Run($"export code-switch {Linked} --share 1 --print jsonl").ShouldSucceed().Output.Split('\n')[0])!;
        switched["text"]!.GetValue<string>().ShouldBe("the red Haus");
        switched["original"]!.GetValue<string>().ShouldBe("das rote Haus");
        switched["switches"]!.ToJsonString().ShouldBe(
            """
            [{"source":[0,1],"words":[0,1],"characters":[0,3],"translation":0},
            """.TrimEnd() + """
            {"source":[1,2],"words":[1,2],"characters":[4,7],"translation":0}]
            """);
    }

    [Fact]
    public void Further_translations_give_words_too()
    {
        Tool.Write("fr", "la rouge maison\r\n\r\n\r\n");
        Tool.Write("fr.links", "0-0 1-1 2-2\n\n\n");
        string command = $"export code-switch {Linked} --share 1 --more-targets fr --more-links fr.links";
        string[] lines =
            [.. Enumerable.Range(0, 8).Select(seed => Tool.Run($"{command} --seed {seed}").ShouldSucceed().Output)];
        lines.ShouldAllBe(line => line.Contains("maison", StringComparison.Ordinal));
        lines.Distinct().Count().ShouldBeGreaterThan(1);

        Tool.Write("fr.links", "0-0 1-3\n\n\n");
        Tool.Run(command).ShouldFail(65, "fr.links:1", "1-3");
        Tool.Write("fr.links", "0-0\n");
        Tool.Run(command).ShouldFail(65, "ends after 1");
        Tool.Run($"export code-switch {Linked} --more-targets fr").ShouldFail(2, "--more-links");
    }

    [Fact]
    public void Entities_alone_are_switched_where_they_are_given()
    {
        Tool.Write("spans", "1:2\n\n\n");
        string command = $"export code-switch {Linked} --share 1 --entities spans";
        Tool.Run(command).ShouldSucceed().Output.ShouldBe("das red Haus\n\nNew York ist da\n");
        Tool.Write("spans", "1:2\n\n3:5\n");
        Tool.Run(command).ShouldFail(65, "spans:3", "3:5");
        Tool.Write("spans", "1:2\n2-3\n");
        Tool.Run(command).ShouldFail(65, "spans:2", "\"2-3\"");
    }

    [Fact]
    public void Instructions_are_JSON_lines()
    {
        string output =
            Tool.Run($"export instructions {Linked} --tasks assertion revision --source-language German")
                .ShouldSucceed().Output;
        JsonNode[] lines = [.. output.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!)];
        lines.Select(line => line["line"]!.GetValue<int>()).ShouldBe([1, 1, 3, 3]);
        lines.Select(line => line["task"]!.GetValue<string>()).Distinct().ShouldBe(["assertion", "revision"]);
        lines.Where(line => line["task"]!.GetValue<string>() == "assertion")
            .Select(line => line["answer"]!.GetValue<string>()).Order().ShouldBe(["False", "True"]);
        lines[0]["prompt"]!.GetValue<string>().ShouldContain("German: das rote Haus");
        Tool.Run($"export instructions {Linked} --tasks x").ShouldFail(2, "--tasks");
    }

    [Fact]
    public void Guided_alignment_has_links_of_pieces()
    {
        Tool.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nthe\nred\nhou\n##se\nNew\nYork\nis\nthere\n");
        Tool.Run($"export guided {Linked} --target-pieces vocab.txt").ShouldSucceed().Output
            .ShouldBe("0-0 1-1 2-2 2-3\n\n0-0 1-1 2-2 3-3\n");
        Tool.Run($"export guided {Linked} --target-pieces vocab.txt --print opustrainer").ShouldSucceed().Output
            .Split('\n')[0].ShouldBe("das rote Haus\tthe red hou ##se\t0-0 1-1 2-2 2-3");
        Tool.Run($"export guided {Linked}").ShouldSucceed().Output.ShouldBe("0-0 1-1 2-2\n\n0-0 1-1 2-2 3-3\n");
        Tool.Run($"export guided {Linked} --pieces vocab.txt --source-pieces vocab.txt").ShouldFail(2, "--pieces");
        Tool.Run($"export guided {Linked} --pieces nothing").ExitCode.ShouldBeOneOf(1, 65);
    }

    [Fact]
    public void A_dictionary_makes_new_pairs()
    {
        Tool.Write("dictionary", "tote dead\nweite\ttired\nlaute red\n");
        Tool.Run($"export augment {Linked} --dictionary dictionary --share 1").ShouldSucceed().Output.ShouldStartWith(
            "das weite Haus ||| the tired house\n ||| \nNew York ");
        Tool.Write("dictionary", "tote dead\nx\n");
        Tool.Run($"export augment {Linked} --dictionary dictionary").ShouldFail(65, "dictionary:2", "\"x\"");
        Tool.Run($"export augment {Linked}").ShouldFail(2, "--dictionary");
    }
}
