namespace Aligner.Cli.Tests.Commands;

public class TagsTests : ToolTests
{
    public TagsTests()
    {
        Tool.Write("corpus", "the very small house ||| The little blue house\n ||| x\n\n");
        Tool.Write("links", "0-0 2-1 3-3\n\n\n");
    }

    [Theory]
    [InlineData("", "BAD BAD BAD OK\n\n\n")]
    [InlineData("--ignore-case", "OK BAD BAD OK\n\n\n")]
    [InlineData("--ignore-case --print gaps", "OK OK OK BAD OK BAD BAD OK OK\nBAD\nOK\n")]
    public void Each_pair_has_a_line(string options, string expected) =>
        Tool.Run($"tags corpus --links links -q {options}").ShouldSucceed().Output.ShouldBe(expected);

    [Fact]
    public void A_JSON_object_has_the_edits() =>
        Tool.Run("tags corpus --links links -q --ignore-case --print jsonl").ShouldSucceed().Output.Split('\n')[0]
            .ShouldBe("""
                {"tags":["ok","deleted","substituted","ok"],"missing":[0,0,0,1,0],
                """.TrimEnd() + """
                "substitutions":1,"deletions":1,"insertions":1,"shifts":0,"referenceWords":4,"rate":0.75}
                """);

    [Fact]
    public void Words_of_the_original_are_tagged_by_their_links_with_the_reference()
    {
        Tool.Write("original", "das kleine blaue Haus\n\nx y\n");
        Tool.Write("original-links", "0-0 1-1 2-2 3-3\n\n\n");
        const string Command = "tags corpus --links links -q --ignore-case --original original "
            + "--original-links original-links";

        Tool.Run(Command + " --print original").ShouldSucceed().Output.ShouldBe("OK BAD BAD OK\n\nOK OK\n");
        Tool.Run(Command).ShouldSucceed().Output.ShouldBe("OK BAD BAD OK\n\n\n");
        Tool.Run(Command + " --print jsonl").ShouldSucceed().Output
            .ShouldContain("\"rate\":0.75,\"original\":[\"ok\",\"bad\",\"bad\",\"ok\"]}\n");
        Tool.Write("original-links", "0-0 1-4\n\n\n");
        Tool.Run(Command).ShouldFail(65, "original-links:1", "1-4");
        Tool.Write("original-links", "0-0\n\n");
        Tool.Run(Command).ShouldFail(65, "original-links");
    }

    [Theory]
    [InlineData("--original corpus", "--original-links")]
    [InlineData("--print original", "needs --original")]
    public void Options_that_need_others_are_refused_without_them(string options, string message) =>
        Tool.Run($"tags corpus --links links {options}").ShouldFail(2, message);

    [Fact]
    public void The_edits_of_all_pairs_go_to_standard_error()
    {
        ToolResult result = Tool.Run("tags corpus --links links --ignore-case");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldContain("4 edits by 5 words");
        result.Error.ShouldContain("rate 0.800");
    }

    [Fact]
    public void A_link_outside_of_its_pair_is_refused()
    {
        Tool.Write("links", "0-0\n\n0-0\n");
        Tool.Run("tags corpus --links links -o out").ShouldFail(65, "links:3", "0-0");
        Tool.Files.ShouldNotContain("out");
    }

    [Theory]
    [InlineData("0-0\n0-7\n0-0\n")]
    [InlineData("0-0\n0-x\n0-0\n")]
    public void Links_of_an_original_that_are_broken_or_lie_outside_can_be_skipped(string links)
    {
        Tool.Write("corpus", "a ||| a\nb ||| b\nc ||| c\n");
        Tool.Write("links", "0-0\n0-0\n0-0\n");
        Tool.Write("original", "x\ny z\nw\n");
        Tool.Write("original-links", links);
        const string Command = "tags corpus --links links --original original --original-links original-links "
            + "--print original";
        Tool.Run(Command).ShouldFail(65, "original-links:2");
        ToolResult result = Tool.Run($"{Command} --on-error skip");
        result.ExitCode.ShouldBe(0);
        result.Output.Split('\n').Length.ShouldBe(4);
        result.Output.Split('\n')[2].ShouldBe("OK");
        result.Error.ShouldContain("original-links:2");
    }

    [Fact]
    public void A_bitext_line_that_is_skipped_skips_the_links_of_its_original()
    {
        Tool.Write("corpus", "a ||| a\nno pair\nc ||| c\n");
        Tool.Write("original", "x\ny\nz\n");
        Tool.Write("original-links", "0-0\n0-0\n0-0\n");
        ToolResult result = Tool.Run("tags corpus --method ibm1 --on-error skip --original original "
            + "--original-links original-links --print original");
        result.ExitCode.ShouldBe(0);
        result.Output.Split('\n').Length.ShouldBe(4);
        result.Error.ShouldContain("corpus:2");
    }

    [Theory]
    [InlineData("--original missing --original-links links")]
    [InlineData("--original corpus --original-links missing")]
    public void Originals_are_opened_before_the_work_begins(string options)
    {
        Tool.Write("corpus", "a ||| b\nno pair\n");
        Tool.Run($"tags corpus --method ibm1 {options} -o out").ShouldFail(1, "missing");
        Tool.Files.ShouldNotContain("out");
    }
}
