using System.Globalization;
using System.Text.RegularExpressions;
using Aligner.Combination.Networks;

namespace Aligner.Cli.Tests.Commands;

/// <summary>From a hundred pairs with gold links to links by their guideline.</summary>
public sealed class AdaptTests : ToolTests
{
    private static readonly (string Source, string Target)[] Words =
    [
        ("the", "das"), ("house", "Haus"), ("book", "Buch"), ("is", "ist"), ("small", "klein"), ("old", "alt"),
        ("red", "rot"), ("new", "neu"), ("here", "hier"), ("not", "nicht"), ("very", "sehr"), ("good", "gut"),
    ];

    /// <summary>The guideline leaves articles without links.</summary>
    [Fact]
    public void A_network_learns_what_the_guideline_leaves_out()
    {
        WriteText("text", 60, except: "the");
        ToolResult result = Tool.Run("adapt text --gold gold --method statistical -o mine.json --threads 2");
        result.ExitCode.ShouldBe(0, result.Error);
        Match aer = Regex.Match(result.Error, "AER on pairs left out: ([0-9.]+) before, ([0-9.]+) after");
        double before = double.Parse(aer.Groups[1].Value, CultureInfo.InvariantCulture);
        double after = double.Parse(aer.Groups[2].Value, CultureInfo.InvariantCulture);
        before.ShouldBeGreaterThan(2);
        after.ShouldBeLessThan(before / 2);
        LinkNetworkFormat.Open(Path.Combine(Tool.Folder, "mine.json")).SourceWords["the"].ShouldBeLessThan(0);

        string links = Tool.Run("align text --method statistical --network mine.json -q").ShouldSucceed().Output;
        Tool.Write("links", links);
        Tool.Run("eval -q --gold gold links --tsv").ShouldSucceed();
        Tool.Run("adapt text --gold gold --method statistical --threads 1 -q").ShouldSucceed()
            .Output.ShouldBe(Tool.Read("mine.json"));
    }

    [Fact]
    public void Gold_links_may_be_of_the_last_pairs_of_a_larger_text()
    {
        WriteText("text", 40, except: "is");
        Tool.Write("gold", string.Join('\n', Tool.Read("gold").Split('\n')[32..]));
        Tool.Run("adapt text --gold gold --gold-of last --method statistical -q").ShouldSucceed();
        Tool.Run("adapt text --gold gold --gold-of first --method statistical -o n.json -q").ShouldFail(65, "gold:");
        Tool.Files.ShouldNotContain("n.json");
    }

    [Fact]
    public void Too_few_gold_links_are_bad_data()
    {
        WriteText("text", 4, except: "is");
        Tool.Run("adapt text --gold gold --method statistical -o n.json -q").ShouldFail(65, "gold: ", "5");
        Tool.Files.ShouldNotContain("n.json");
    }

    [Fact]
    public void A_network_that_was_adapted_is_not_adapted_again()
    {
        WriteText("text", 10, except: "the");
        Tool.Run("adapt text --gold gold --method statistical -o mine.json -q").ShouldSucceed();
        Tool.Run("adapt text --gold gold --method statistical --network mine.json -q").ShouldFail(65, "mine.json");
    }

    /// <summary>Writes sentences of different lengths whose words are translated one by one.</summary>
    private void WriteText(string name, int pairs, string except)
    {
        Random random = new(5);
        List<string> text = [], gold = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            int[] words = [.. Enumerable.Range(0, 4 + (pair % 5)).Select(_ => random.Next(Words.Length))];
            text.Add($"{string.Join(' ', words.Select(word => Words[word].Source))} ||| "
                + string.Join(' ', words.Select(word => Words[word].Target)));
            gold.Add(string.Join(' ', words.Index()
                .Where(word => Words[word.Item].Source != except).Select(word => $"{word.Index}-{word.Index}")));
        }

        Tool.Write(name, string.Join('\n', text) + "\n");
        Tool.Write("gold", string.Join('\n', gold) + "\n");
    }
}
