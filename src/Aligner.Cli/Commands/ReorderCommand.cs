using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Aligner.Applications.Reordering;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Output;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner reorder [BITEXT]</c>: source words in the order of the target.</summary>
internal sealed class ReorderCommand : ToolCommand
{
    private const string Words = "words", Permutation = "permutation", Bitext = "bitext", Json = "jsonl";

    private readonly Option<bool> _btg = new("--btg")
    {
        Description = "Swap neighboring blocks only, as a bracketing transduction grammar does",
    };

    private readonly Option<string> _print = OptionFactory.DescribedChoice(
        "--print",
        "What to print of each pair",
        Words,
        [
            (Words, "the source words in their new order"),
            (Permutation, "their indices, from 0"),
            (Bitext, "the reordered source and the target"),
            (Json, "a JSON object with words, permutation and measures"),
        ]);

    private readonly Option<bool> _scores = new("--scores")
    {
        Description = "Print Kendall's tau and the crossing rate of each pair too, after tabs",
    };

    private readonly LinkedInput _input;
    private readonly OutputBundle _output;

    public ReorderCommand()
        : base("reorder", "Put the source words in the order of the target")
    {
        _input = new LinkedInput(this);
        Add(Headings.Output, _btg, _print, _scores);
        _output = new OutputBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--source", "--target", "--links", "--method", "--model", "--btg", "--print", "--scores", "--output"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner reorder corpus.txt --links links.txt", "by links that exist"),
        new("aligner reorder corpus.txt --print permutation -o order.txt", "the new order as indices"),
        new("aligner reorder corpus.txt --btg --print bitext", "only orders that a grammar can make"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ReorderingRule rule = parsed.GetValue(_btg) ? ReorderingRule.Btg : ReorderingRule.Free;
        Func<AlignedPair, SourceOrder, string> format = Formatter(parsed.GetRequiredValue(_print));
        bool scores = parsed.GetValue(_scores);
        OrderSummary summary = new();
        _input.Read(parsed, context, () => _output.Open(parsed, context), (pairs, output) =>
        {
            foreach (AlignedPair pair in pairs)
            {
                SourceOrder order = SourceOrder.Of(pair.Links.ToAlignment(), pair.Words.Source.Count, rule);
                summary.Add(order);
                output.WriteLine(scores ? $"{format(pair, order)}\t{Scores(order)}" : format(pair, order));
            }
        });
        context.Messages.Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Pairs} pairs with words: mean Kendall's tau {summary.KendallTau:0.000}, "
            + $"mean crossing rate {summary.CrossingRate:0.000}, BTG-valid {summary.BtgValid}"));
    }

    private static string Scores(SourceOrder order) =>
        string.Create(CultureInfo.InvariantCulture, $"{order.KendallTau:0.####}\t{order.CrossingRate:0.####}");

    private static Func<AlignedPair, SourceOrder, string> Formatter(string print) => print switch
    {
        Permutation => (_, order) => string.Join(' ', order.Permutation),
        Bitext => (pair, order) => $"{Reordered(pair, order)} ||| {string.Join(' ', pair.Words.Target)}",
        Json => (pair, order) => JsonLine.Text(new JsonObject
        {
            ["words"] = JsonLine.Array(order.Permutation.Select(word => pair.Words.Source[word])),
            ["permutation"] = JsonLine.Array(order.Permutation),
            ["tau"] = order.KendallTau,
            ["crossing"] = order.CrossingRate,
            ["btg"] = order.IsBtgValid,
        }),
        _ => Reordered,
    };

    private static string Reordered(AlignedPair pair, SourceOrder order) =>
        string.Join(' ', order.Permutation.Select(word => pair.Words.Source[word]));
}
