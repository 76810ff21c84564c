namespace Aligner.Cli.Tests.Commands;

/// <summary>Raw text and subword pieces: what the lines are taken for, and what links count.</summary>
public class UnitsTests : ToolTests
{
    private const string Raw = "The house, the tree. ||| Das Haus, der Baum.\n";
    private const string Pieces = "▁the ▁hou se ▁is ▁red ||| das Ha@@ us ist rot\n";

    [Fact]
    public void Raw_text_is_answered_in_its_own_words()
    {
        ToolResult result = Tool.RunWithInput(Raw, "align --method sim");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("0-0 1-1 2-2 3-3\n");
        result.Error.ShouldContain("raw");
    }

    [Fact]
    public void Tokens_of_raw_text_can_be_counted() =>
        Tool.RunWithInput(Raw, "align -q --method sim --units tokens").ShouldSucceed()
            .Output.ShouldBe("0-0 1-1 2-2 3-3 4-4 5-5\n");

    [Fact]
    public void Characters_are_half_open_spans_of_code_points() =>
        Tool.RunWithInput(Raw, "align -q --method sim --units characters").ShouldSucceed()
            .Output.ShouldBe("0:3-0:3 4:9-4:8 9:10-8:9 11:14-10:13 15:19-14:18 19:20-18:19\n");

    [Fact]
    public void Json_carries_tokens_and_their_places() =>
        Tool.RunWithInput(
            "A 😀, be. ||| a b\n",
            "align -q --method sim --units characters --format jsonl").ShouldSucceed()
            .Output.ShouldContain(
                "\"source\":[\"A\",\"\\uD83D\\uDE00\",\",\",\"be\",\".\"],\"target\":[\"a\",\"b\"],"
                + "\"sourceCharacters\":[[0,1],[2,3],[3,4],[5,7],[7,8]],\"targetCharacters\":[[0,1],[2,3]]");

    [Fact]
    public void Tokenized_text_is_read_as_it_is()
    {
        ToolResult result =
            Tool.RunWithInput(
                "It's a , b . ||| a , b .\n",
                "align --method sim --format jsonl --tokens").ShouldSucceed();

        result.Output.ShouldEndWith(
            "\"source\":[\"It's\",\"a\",\",\",\"b\",\".\"],\"target\":[\"a\",\",\",\"b\",\".\"]}\n");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Text_without_blanks_is_answered_in_tokens_with_a_warning()
    {
        ToolResult result = Tool.RunWithInput(
            "The weather is good. ||| 天气很好。\n", "align --method sim --format jsonl --tokens");

        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("\"source\":[\"The\",\"weather\",\"is\",\"good.\"]");
        result.Output.ShouldContain("\"。\"]");
        result.Error.ShouldContain("--units");
        Tool.RunWithInput("The weather is good. ||| 天气很好。\n", "align --method sim --units words")
            .Error.ShouldNotContain("--units");
    }

    [Fact]
    public void Pieces_in_give_pieces_out_and_their_words_are_aligned()
    {
        Tool.RunWithInput(Pieces, "align -q").ShouldSucceed().Output.ShouldBe("0-0 1-1 1-2 2-1 2-2 3-3 4-4\n");
        Tool.RunWithInput(Pieces, "align -q --units words").ShouldSucceed().Output.ShouldBe("0-0 1-1 2-2 3-3\n");
    }

    [Fact]
    public void Each_line_is_answered_before_the_next_is_read()
    {
        using System.Diagnostics.Process process = Tool.Start("align --method sim --line-buffered");
        process.StandardInput.Write("the house ||| das Haus\n");
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine().ShouldBe("0-0 1-1");
        process.StandardInput.Write("The house, the tree. ||| Das Haus, der Baum.\n");
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine().ShouldBe("0-0 1-1 2-2 3-3");
        process.StandardInput.Close();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_saved_model_remembers_how_its_text_was_split()
    {
        Tool.Write("raw", Raw + "The tree. ||| Der Baum.\nA house. ||| Ein Haus.\n");
        Tool.Run("train -q raw --method ibm1 -o raw.model").ShouldSucceed();

        Tool.RunWithInput(
            "the tree ||| der Baum\nA house. ||| Ein Haus.\n",
            "align -q --model raw.model --units tokens")
            .ShouldSucceed().Output.ShouldBe(
                Tool.RunWithInput("the tree ||| der Baum\nA house . ||| Ein Haus .\n", "align -q --model raw.model")
                    .ShouldSucceed().Output);
    }

    [Fact]
    public void A_model_of_tokenized_text_reads_raw_text()
    {
        Tool.Write("tokenized", "the house , ||| das Haus ,\nthe tree . ||| der Baum .\na house . ||| ein Haus .\n");
        Tool.Run("train tokenized --method ibm1 -o tokenized.model").ShouldSucceed();

        Tool.RunWithInput("a house, ||| ein Haus,\n", "align -q --model tokenized.model").ShouldSucceed()
            .Output.ShouldBe("0-0 1-1\n");
    }

    [Fact]
    public void Links_are_converted_between_pieces_words_and_characters()
    {
        Tool.Write("pieces", Pieces);
        Tool.Write("links", "0-0 1-1:0.5 2p2 3-3\n");

        Convert("--units words").ShouldBe("0-0 1-1:0.5 2-2\n");
        Convert("--units tokens").ShouldBe("0-0 1-1:0.5 2p2 3-3\n");
        Tool.Write("links", "1-1 3p3\n");
        Convert("--from-units words").ShouldBe("1-1 1-2 2-1 2-2 4p4\n");
        Convert("--from-units words --units words").ShouldBe("1-1 3p3\n");
        Convert("--from-units words --units characters").ShouldBe("5:12-4:11 17:21p16:19\n");

        string Convert(string options) =>
            Tool.Run($"convert -q --bitext pieces links {options}").ShouldSucceed().Output;
    }

    [Fact]
    public void Views_and_evaluations_count_what_links_count()
    {
        Tool.Write("raw", Raw);
        Tool.Write("links", "0-0 1-1 2-2 3-3\n");

        Tool.Run("view -q raw links").ShouldSucceed().Output.ShouldContain("house,");
        Tool.Run("eval -q --gold links links --bitext raw").ShouldSucceed();
        Tool.Write("tokens", "5-5\n");
        Tool.Run("view -q raw tokens").ShouldFail(65, "5-5");
        Tool.Run("view -q raw tokens --units tokens").ShouldSucceed();
    }

    [Theory]
    [InlineData("align --units letters x", "--units: 'letters' is not one of words, tokens, characters")]
    [InlineData("align --subwords bpe x", "--subwords: 'bpe' is not one of auto, none, sentencepiece")]
    [InlineData("align --units characters --format naacl x", "pharaoh or jsonl")]
    [InlineData("convert --units words x", "--bitext")]
    [InlineData("train --units words x -o y", "--units")]
    public void Units_that_cannot_be_are_refused(string arguments, string message)
    {
        Tool.Write("x", "a ||| b\n");

        Tool.Run(arguments).ShouldFail(2, message);
    }
}
