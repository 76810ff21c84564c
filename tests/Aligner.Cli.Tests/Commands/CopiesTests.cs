namespace Aligner.Cli.Tests.Commands;

/// <summary>What is copied character by character is linked for certain, whoever aligns.</summary>
public sealed class CopiesTests : ToolTests
{
    private static readonly (string Pair, string Links)[] Pairs =
    [
        ("Press <b> F1 </b> or <i> F2 </i> now . ||| Drücken Sie jetzt <i> F2 </i> oder <b> F1 </b> .",
            "1-7 2-8 3-9 5-3 6-4 7-5"),
        ("See [1] and [2] for details . ||| Einzelheiten siehe [2] und [1] .", "1-4 3-2"),
        ("%1$s sent %2$s a file . ||| %2$s hat von %1$s eine Datei bekommen .", "0-3 2-0"),
        ("Mail a@x.org or b@y.org . ||| Schreiben Sie b@y.org oder a@x.org .", "1-4 3-2"),
        ("Room 101 , Room 102 , Room 103 ||| Zimmer 103 , Zimmer 102 , Zimmer 101", "1-7 4-4 7-1"),
    ];

    private static readonly string Text = string.Concat(Pairs.Select(pair => $"{pair.Pair}\n"));

    public CopiesTests()
    {
        Tool.Write("text", Text);
    }

    [Theory]
    [InlineData("--method auto")]
    [InlineData("--method sim")]
    [InlineData("--method statistical")]
    [InlineData("--method statistical --quality fast --symmetrize mean")]
    [InlineData("--method bayes --symmetrize intersection")]
    public void Each_method_links_them(string options) =>
        ShouldLinkCopies(Tool.Run($"-q align text {options}").ShouldSucceed().Output);

    [Fact]
    public void Each_pair_alone_links_them() => ShouldLinkCopies(string.Concat(Pairs.Select(pair =>
        Tool.RunWithInput(pair.Pair + "\n", "-q align --method statistical --quality fast").ShouldSucceed().Output)));

    [Theory]
    [InlineData("")]
    [InlineData("--no-encoder")]
    public void A_saved_model_that_knows_none_of_the_words_links_them(string options)
    {
        Tool.Write("other", "ein Haus ||| a house\n");
        Tool.Run("-q train other -o model").ShouldSucceed();
        ShouldLinkCopies(Tool.Run($"-q align text --model model {options}").ShouldSucceed().Output);
    }

    /// <summary>Each copy has its link and no other.</summary>
    private static void ShouldLinkCopies(string output)
    {
        string[] lines = output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(Pairs.Length);
        foreach ((string line, string expected) in lines.Zip(Pairs.Select(pair => pair.Links)))
        {
            string[] links = line.Split(' ');
            foreach (string copy in expected.Split(' '))
            {
                string[] ends = copy.Split('-');
                links.Where(link => link.Split('-') is var own && (own[0] == ends[0] || own[1] == ends[1]))
                    .ShouldBe([copy]);
            }
        }
    }
}
