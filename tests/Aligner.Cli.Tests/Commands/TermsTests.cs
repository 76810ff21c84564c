namespace Aligner.Cli.Tests.Commands;

public class TermsTests : ToolTests
{
    [Fact]
    public void Terms_of_several_words_are_listed()
    {
        Tool.Write("text", """
            the prime minister . ||| le premier ministre .
            no prime minister ||| aucun premier ministre

            """);
        Tool.Write("links", "0-0 1-1 2-2 3-3\n0-0 1-1 2-2\n");

        string[] rows = Tool.Run("terms text --links links").ShouldSucceed().Output.Split('\n');

        rows[0].ShouldBe("source\ttarget\tcount\tllr\tline");
        rows[1].ShouldStartWith("prime minister\tpremier ministre\t2\t");
        rows[2].ShouldBeEmpty();
    }
}
