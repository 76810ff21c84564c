namespace Aligner.Cli.Tests.Commands;

public sealed class ShardTests : ToolTests
{
    /// <summary>Seven lines, the last without an end.</summary>
    private const string Few =
        "The house is small . ||| Das Haus ist klein .\r\nA house ||| Ein Haus\r\n\r\nThe books ||| Die Bücher\r\n"
        + "The small book ||| Das kleine Buch\r\nA small house ||| Ein kleines Haus\r\nbooks ||| Bücher";

    /// <summary>4,200 lines: two blocks of 2,048, and a third of 104.</summary>
    private static readonly string Bitext = string.Concat(Enumerable.Repeat(Few + "\r\n", 599)) + Few;

    public ShardTests()
    {
        Tool.Write("few", Few);
        Tool.Write("bitext", Bitext);
    }

    [Theory]
    [InlineData("bitext", 3)]
    [InlineData("bitext.gz", 2)]
    [InlineData("bitext.en bitext.de.gz", 2)]
    [InlineData("table --columns 1,2 --scores --format jsonl --tokens", 2)]
    [InlineData("bitext --line-buffered", 2)]
    public void The_parts_joined_are_the_whole(string input, int count)
    {
        Train();
        Tool.Bash("""
            gzip -k bitext && sed 's/ ||| .*//' bitext > bitext.en && sed 's/.* ||| //' bitext | gzip > bitext.de.gz
            paste bitext.en <(gzip -dc bitext.de.gz) <(seq 4200) > table
            """).ShouldSucceed();
        JoinedPartsShouldBeTheWhole($"{input} --model model", count);
    }

    [Theory]
    [InlineData("--model auto.model --scores")]
    [InlineData("--method sim --scores")]
    public void An_encoder_reads_parts_as_it_reads_the_whole(string options)
    {
        Tool.Bash("aligner -q train few -o auto.model && head -n 2100 bitext > start").ShouldSucceed();
        JoinedPartsShouldBeTheWhole($"start {options}", 2);
    }

    [Fact]
    public void A_short_text_is_one_part_and_the_others_are_empty_with_a_warning()
    {
        Train();
        ToolResult result = Tool.Run("align few --model model --shard 1/2");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("part 1 of 2 is empty");
        JoinedPartsShouldBeTheWhole("few --model model", 2);
    }

    [Fact]
    public void The_parts_of_an_empty_file_are_empty()
    {
        Train();
        Tool.Write("empty", string.Empty);
        JoinedPartsShouldBeTheWhole("empty --model model", 2);
    }

    [Fact]
    public void A_part_fails_for_broken_lines_of_its_own_and_names_their_place_in_the_file()
    {
        Train();
        Tool.Bash("echo >> bitext; echo broken >> bitext").ShouldSucceed();
        Tool.Run("-q align bitext --model model --shard 1/2").ShouldSucceed()
            .Output.Count(character => character == '\n').ShouldBe(2048);
        Tool.Run("-q align bitext --model model --shard 2/2").ShouldFail(65, "bitext:4201");
        JoinedPartsShouldBeTheWhole("bitext --model model --on-error skip", 2);
    }

    [Fact]
    public void Two_files_of_different_length_have_no_parts()
    {
        Train();
        Tool.Write("source", "a\nb\nc\n");
        Tool.Write("target", "x\ny\n");
        Tool.Run("align source target --model model --shard 1/2 -o links").ShouldFail(65, "has 3", "has 2");
        Tool.Files.ShouldNotContain("links");
    }

    [Theory]
    [InlineData("bitext --model model --shard 3/2", "3/2")]
    [InlineData("bitext --model model --shard 0/2", "0/2")]
    [InlineData("bitext --model model --shard 2", "'2'")]
    [InlineData("bitext --model model --shard 1/2/3", "1/2/3")]
    [InlineData("bitext --model model --shard=-1/2", "-1/2")]
    [InlineData("--model model --shard 1/2", "standard input")]
    [InlineData("- --model model --shard 1/2", "standard input")]
    [InlineData("-s - -t bitext --model model --shard 1/2", "standard input")]
    [InlineData("<(cat bitext) --model model --shard 1/2", "only once")]
    [InlineData("bitext --shard 1/2", "--method auto")]
    [InlineData("bitext --method hmm --shard 1/2", "--method hmm")]
    [InlineData("bitext --method sim --center --shard 1/2", "--center")]
    [InlineData("bitext --model model --format naacl --shard 1/2", "--format")]
    [InlineData("bitext --model model --format fairseq --shard 1/2", "--format")]
    public void What_has_no_parts_is_a_usage_error(string arguments, string part) =>
        Tool.Bash($"aligner align {arguments} < bitext").ShouldFail(2, "--shard", part);

    private void Train() => Tool.Run("-q train few --method hmm -o model").ShouldSucceed();

    private void JoinedPartsShouldBeTheWhole(string arguments, int count)
    {
        string whole = Tool.Run($"-q align {arguments}").ShouldSucceed().Output;
        string parts = string.Concat(Enumerable.Range(1, count).Select(number =>
            Tool.Run($"-q align {arguments} --shard {number}/{count}").ShouldSucceed().Output));
        parts.ShouldBe(whole);
    }
}
