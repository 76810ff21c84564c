using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Aligner.Combination.Networks;
using Aligner.Fitting;

namespace Aligner.Cli.Tests.Commands;

/// <summary>From texts with gold links to a network that <c>align</c> takes.</summary>
public sealed class ModelFitNetworkTests : ToolTests
{
    private const string Line = "me\tstatistical\tfast\ttext\tgold\tfirst\n";

    private static readonly (string Source, string Target)[] Words =
    [
        ("the", "das"), ("house", "Haus"), ("book", "Buch"), ("is", "ist"), ("small", "klein"), ("old", "alt"),
        ("red", "rot"), ("new", "neu"), ("here", "hier"), ("not", "nicht"), ("very", "sehr"), ("good", "gut"),
    ];

    [Fact]
    public void The_same_network_comes_of_any_number_of_threads_and_align_takes_it()
    {
        WriteText("a", 30, 1);
        WriteText("b", 30, 2);
        Tool.Write("texts", "# two annotators\none\tstatistical\tfast\ta\ta.gold\tfirst\n\n"
            + "two\tstatistical\tdefault\tb\tb.gold\tlast\n");
        string fit = "model fit-network texts --seed 3 -q";
        Tool.Run($"{fit} --threads 1 -o 1.json --hold-out unseen").ShouldSucceed().Output.ShouldBeEmpty();
        Tool.Run($"{fit} --threads 2 --hold-out unseen2").ShouldSucceed().Output.ShouldBe(Tool.Read("1.json"));
        Tool.Files.ShouldBe(["1.json", "a", "a.gold", "b", "b.gold", "texts", "unseen", "unseen2"]);
        foreach (string group in new[] { "one", "two" })
        {
            Tool.Read($"unseen2/{group}.json").ShouldBe(Tool.Read($"unseen/{group}.json"));
            Tool.Read($"unseen/{group}.json").ShouldNotBe(Tool.Read("1.json"));
        }

        LinkNetwork network = LinkNetworkFormat.Open(Path.Combine(Tool.Folder, "1.json"));
        network.Fits(NetworkFitting.Features).ShouldBeTrue();
        network.Base.ShouldNotBeNull().Base.ShouldBeNull();
        Tool.Run("align a --method statistical --network 1.json").ShouldSucceed().Output.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_AER_of_a_text_that_was_held_out_is_that_of_aligning_it()
    {
        WriteText("a", 30, 1);
        WriteText("b", 30, 2);
        Tool.Write("texts", "one\tstatistical\tdefault\ta\ta.gold\tfirst\ntwo\tstatistical\tfast\tb\tb.gold\tfirst\n");
        string error = Tool.Run("model fit-network texts -o all.json --hold-out unseen --depth 1").Error;
        Tool.Run("align a --method statistical --network unseen/one.json -o a.links").ShouldSucceed();
        Regex.Match(error, "without one: statistical default a: AER ([0-9.]+) %").Groups[1].Value
            .ShouldBe(Aer("a.gold", "a.links"));
    }

    [Theory]
    [InlineData("statistical")]
    [InlineData("auto")]
    public void The_AER_of_new_pairs_is_that_of_a_saved_model_of_the_others(string method)
    {
        WriteText("a", 30, 1);
        WriteText("b", 30, 2);
        WriteText("other", 40, 3);
        Tool.Write("both", Tool.Read("other") + Tool.Read("a"));
        Tool.Write("texts",
            $"one\t{method}\tdefault\tboth\ta.gold\tnew\ntwo\tstatistical\tfast\tb\tb.gold\tfirst\n");
        string error = Tool.Run("model fit-network texts -o all.json --hold-out unseen --depth 1").Error;
        Tool.Run($"train other --method {method} -o model -q").ShouldSucceed();
        Tool.Run("align a --model model --network unseen/one.json -o a.links -q").ShouldSucceed();
        Regex.Match(error, $"without one: {method} default both: AER ([0-9.]+) %").Groups[1].Value
            .ShouldBe(Aer("a.gold", "a.links"));
    }

    [Fact]
    public void The_encoder_that_a_line_names_is_asked()
    {
        WriteText("a", 30, 1);
        WriteText("b", 30, 2);
        Tool.Write("small.json", """{"layers":0,"hidden_size":8,"heads":2}""");
        Tool.Run("finetune b --links b.gold --from-scratch small.json -o mine --steps 50 --learning-rate .03 -q")
            .ShouldSucceed();
        Tool.Write("texts", "one\tauto\tdefault\ta\ta.gold\tfirst\tmine\ntwo\tauto\tdefault\tb\tb.gold\tfirst\n");
        string error = Tool.Run("model fit-network texts -o all.json --hold-out unseen --depth 1").Error;
        const string Align = "align a --method auto --network unseen/one.json -q";
        Tool.Run($"{Align} --model mine -o a.links").ShouldSucceed();
        Tool.Run($"{Align} --scores").Output.ShouldNotBe(Tool.Run($"{Align} --scores --model mine").Output);
        Regex.Match(error, "without one: auto default a: AER ([0-9.]+) %").Groups[1].Value
            .ShouldBe(Aer("a.gold", "a.links"));
    }

    /// <summary>
    /// Both directions find the link of the last pair. The encoder, which is asked about uncertain pairs of a large
    /// text, finds it too: without and with its links makes two.
    /// </summary>
    [Theory]
    [InlineData("statistical", 1)]
    [InlineData("auto", 2)]
    public void Pairs_of_a_large_text_count_with_the_links_of_the_encoder_too(string method, int expected)
    {
        Tool.Write("text", string.Concat(Enumerable.Repeat("red ||| rot\n", 10_000)));
        Tool.Write("gold", "0-0\n");
        Tool.Write("texts", $"me\t{method}\tfast\ttext\tgold\tlast\n");
        ToolResult result = Tool.Run("model fit-network texts -o n.json -v");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Error.ShouldContain($"aligner: {method} fast text: {expected} possible links\n");
    }

    [Theory]
    [InlineData("# nothing\n", "texts: names no text")]
    [InlineData(Line + "me\tauto\tfast\ttext\tgold\n", "texts:2: 5 fields instead of 6 or 7")]
    [InlineData("me\tstatistical\tfast\ttext\tgold\tfirst\tmine\n", "texts:1: the method statistical asks no encoder")]
    [InlineData("../me\tauto\tfast\ttext\tgold\tfirst\n", "texts:1: ", "\"../me\"")]
    [InlineData("me\tautoo\tfast\ttext\tgold\tfirst\n", "texts:1: ", "\"autoo\" is none of auto, ", "'auto'?")]
    [InlineData("me\tauto\tslow\ttext\tgold\tfirst\n", "texts:1: ", "\"slow\" is none of fast, default, best")]
    [InlineData("me\thmm\tfast\ttext\tgold\tfirst\n", "texts:1: ", "hmm", "\"fast\"")]
    [InlineData("me\tauto\tfast\ttext\tgold\tlatter\n", "texts:1: ", "\"latter\" is none of first, last, new")]
    [InlineData("me\tauto\tfast\t-\tgold\tfirst\n", "texts:1: ", "\"-\" is no name of a file")]
    [InlineData("me\tstatistical\tfast\ttext\tlong\tfirst\n", "long: has 3 lines, but text only 2 sentence pairs")]
    [InlineData("me\tstatistical\tfast\ttext\toutside\tlast\n", "outside:1: link 1-0 lies outside a pair of 1 and 1")]
    [InlineData("me\tstatistical\tfast\ttext\tbroken\tlast\n", "broken:1: ", "0+0")]
    [InlineData("me\tstatistical\tfast\tempty\tgold\tfirst\n", "texts: no pair with gold links has a possible link")]
    public void What_is_wrong_in_a_manifest_or_its_files_is_bad_data(string manifest, params string[] messages)
    {
        Tool.Write("texts", manifest);
        Tool.Write("text", "red ||| rot\nold ||| alt\n");
        Tool.Write("empty", " ||| rot\n ||| alt\n");
        Tool.Write("gold", "\n\n");
        Tool.Write("long", "0-0\n0-0\n0-0\n");
        Tool.Write("outside", "1-0\n");
        Tool.Write("broken", "0+0\n");
        Tool.Run("model fit-network texts -o n.json -q").ShouldFail(65, messages);
        Tool.Files.ShouldNotContain("n.json");
    }

    [Fact]
    public void One_group_cannot_be_held_out()
    {
        WriteText("text", 2, 1);
        Tool.Write("texts", Line.Replace("gold", "text.gold", StringComparison.Ordinal));
        Tool.Run("model fit-network texts -o n.json --hold-out unseen").ShouldFail(65, "texts: ", "\"me\"");
        Tool.Files.ShouldNotContain("unseen");
    }

    [Fact]
    public void Files_that_are_missing_or_in_the_way_are_found_before_the_work()
    {
        WriteText("text", 2, 1);
        Tool.Write("texts", Line + "other\tstatistical\tfast\ttext\ttext.gold\tfirst\n");
        Tool.Run("model fit-network texts -o n.json").ShouldFail(1, "gold");
        Tool.Write("gold", Tool.Read("text.gold"));
        Tool.Run("model fit-network texts -o n.json --hold-out no/unseen").ShouldFail(1, "no/unseen: no such folder");
        Directory.CreateDirectory(Path.Combine(Tool.Folder, "unseen"));
        Tool.Write("unseen/other.json", "mine");
        Tool.Run("model fit-network texts -o n.json --hold-out unseen").ShouldFail(1, "unseen/other.json exists");
        Tool.Files.ShouldBe(["gold", "text", "text.gold", "texts", "unseen"]);
        Directory.GetFiles(Path.Combine(Tool.Folder, "unseen")).Length.ShouldBe(1);
    }

    private string Aer(string gold, string links)
    {
        string json = Tool.Run($"eval -q --gold {gold} {links} --json").ShouldSucceed().Output;
        double aer = (double)JsonNode.Parse(json)!["hypotheses"]![0]!["aer"]!;
        return (100 * aer).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>Writes sentences whose words are translated one by one, two of them in the other order.</summary>
    private void WriteText(string name, int pairs, int seed)
    {
        Random random = new(seed);
        List<string> text = [], gold = [];
        for (int pair = 0; pair < pairs; pair++)
        {
            int[] words = [.. Enumerable.Range(0, 6).Select(_ => random.Next(Words.Length))];
            int swapped = random.Next(5);
            int[] order = [.. Enumerable.Range(0, 6)];
            (order[swapped], order[swapped + 1]) = (swapped + 1, swapped);
            text.Add($"{string.Join(' ', words.Select(word => Words[word].Source))} ||| "
                + string.Join(' ', order.Select(place => Words[words[place]].Target)));
            gold.Add(string.Join(' ', order.Select((source, target) => $"{source}-{target}")));
        }

        Tool.Write(name, string.Join('\n', text) + "\n");
        Tool.Write($"{name}.gold", string.Join('\n', gold) + "\n");
    }
}
