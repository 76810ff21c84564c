using System.Globalization;
using System.Text.RegularExpressions;

namespace Aligner.Cli.Tests;

/// <summary>
/// Texts at the edges of what texts can be: every method gives a line for each, with links that lie in it and
/// probabilities, within a bound of memory and time.
/// </summary>
public sealed partial class EdgeTextTests : ToolTests
{
    /// <summary>One gigabyte for what the runtime manages.</summary>
    private const string MemoryBound = "0x40000000";

    /// <summary>Pairs; both sides have words unless they are empty.</summary>
    private static readonly (string Source, string Target)[] Pairs =
    [
        ("", ""), ("a", ""), ("", "b"), (" ", "b"), ("a", "  "), ("a", "b"), ("a a a a", "b"), ("a", "b b b b"),
        ("the the the the the", "das das"), (Words("a", 150), "b"), ("a", Words("b", 150)),
        (Words("a", 199), Words("b", 200)), (Words("a", 300), Words("b", 2)), (new string('x', 5000), "b"),
        ("a", new string('y', 5000)), ("NULL", "NULL"), ("<eps>", "<eps>"), ("<s> </s>", "[CLS] [SEP]"),
        ("|||b", "a|||"), ("0-0", "1-1"), ("1 2 3", "1 2 3"), ("3.14 1,000", "3,14 1.000"), ("- -- \u2013", "\u2014"),
        ("( ) [ ] { }", "( { [ ] } )"), ("\"quoted\" \\ /", "'quoted' \\n"), ("\u0000", "\u0001"), ("a\rb", "a\rb"),
        ("a\u00a0b", "c\u3000d"), ("\u3000", "\u2003"), ("\u200b", "\u200d"), ("\ufeffa", "\ufeff"),
        ("e\u0301t\u00e9", "\u00e9te\u0301"), ("\u0130stanbul I\u0131", "istanbul"), ("\ufb01n \u00df", "fin SS"),
        ("\ud83d\ude00 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83c\uddeb\ud83c\uddf7"),
        ("\u202eabc\u202c", "\u05d0\u05d1\u05d2 abc"), ("\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd", "peace"),
        ("\u4e2d\u6587\u6ca1\u6709\u7a7a\u683c", "chinese has no blanks"),
        ("\u0928\u092e\u0938\u094d\u0924\u0947", "hello"),
        ("\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35", "hello"), ("\ud835\udcd0\ud835\udcd1", "AB"), ("\ufffd", "\ufffd"),
        ("\uffff\ufffe", "\ue000"), ("a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "a"), ("%s %n {0}", "$1 `x`"),
    ];

    public static TheoryData<string> Methods =>
        ["ibm1", "ibm2", "hmm", "bayes", "statistical --quality fast", "statistical", "sim", "auto"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_pair_has_its_line_of_links(string method)
    {
        Tool.With("DOTNET_GCHeapHardLimit", MemoryBound);
        Tool.Write("text", string.Concat(Pairs.Select(pair => $"{pair.Source}\t{pair.Target}\n")));
        ToolResult result = Tool.Run($"align text --method {method} --scores -q");
        result.ExitCode.ShouldBe(0, result.Error);
        string[] lines = result.Output.Split('\n');
        lines.Length.ShouldBe(Pairs.Length + 1);
        for (int k = 0; k < Pairs.Length; k++)
        {
            Require(lines[k], Count(Pairs[k].Source), Count(Pairs[k].Target));
        }
    }

    /// <summary>A text of one kind of pair alone: models have next to nothing to learn from.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("a\tb\n")]
    [InlineData("\tb\na\t\n")]
    [InlineData("a a a a a a a a\tb\na\tb b b b b b b b\n")]
    public void A_text_of_next_to_nothing_is_aligned(string text)
    {
        Tool.With("DOTNET_GCHeapHardLimit", MemoryBound);
        foreach (string method in new[] { "ibm2", "hmm", "statistical" })
        {
            ToolResult result = Tool.RunWithInput(text, $"align --method {method} --scores -q");
            result.ExitCode.ShouldBe(0, result.Error);
            result.Output.Count(letter => letter == '\n').ShouldBe(text.Count(letter => letter == '\n'), method);
            result.Output.ShouldNotContain("NaN");
        }
    }

    private static void Require(string line, int source, int target)
    {
        string[] fields = line.Split('\t');
        double score = double.Parse(fields[1], CultureInfo.InvariantCulture);
        double.IsFinite(score).ShouldBeTrue(line);
        foreach (string link in fields[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Match match = Link().Match(link);
            match.Success.ShouldBeTrue(line);
            int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(source, line);
            int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture).ShouldBeLessThan(target, line);
            double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture).ShouldBeInRange(0, 1, line);
        }
    }

    private static int Count(string side) => side.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Words(string word, int count) =>
        string.Join(
            ' ', Enumerable.Range(0, count).Select(k => word + (k % 40).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^(\d+)-(\d+):([0-9.]+)$")]
    private static partial Regex Link();
}
