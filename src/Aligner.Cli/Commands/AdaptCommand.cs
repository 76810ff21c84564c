using System.CommandLine;
using Aligner.Cli.Fitting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Combination.Adaptation;
using Aligner.Combination.Networks;
using Aligner.Core;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Fitting;
using Aligner.Statistical.Methods;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner adapt BITEXT --gold GOLD -o NETWORK</c>: links by the guideline of some gold links.</summary>
internal sealed class AdaptCommand : ToolCommand
{
    private readonly InputBundle _input;

    private readonly Option<string> _gold = new("--gold")
    {
        Description = "Gold links, sure and possible: a hundred pairs or more, by the guideline to follow",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _place = OptionFactory.DescribedChoice(
        "--gold-of",
        "Which pairs of a larger text the gold links belong to",
        Place(GoldPlace.First),
        [
            (Place(GoldPlace.First), "its first pairs"),
            (Place(GoldPlace.Last), "its last pairs"),
            (Place(GoldPlace.New), "its last pairs, which a saved model of the others aligns"),
        ]);

    private readonly Option<string> _method = OptionFactory.Choice(
        "--method",
        "The method that will align",
        WordAligner.Auto,
        [WordAligner.Auto, .. StatisticalMethods.All.Select(method => method.Name)]);

    private readonly Option<string?> _network =
        OptionFactory.Path("--network", "The network to start from; the one that ships, if none is given");

    private readonly FormatBundle _format;
    private readonly OutputBundle _output;
    private readonly RunBundle _run;

    public AdaptCommand()
        : base("adapt", "Fit the decision about links to a guideline, by gold links of a few hundred pairs")
    {
        _input = new InputBundle(this);
        Add(Headings.Input, _gold, _place);
        _format = new FormatBundle(this, "the gold", "--gold-format", "--gold-");
        Add(Headings.Method, _method, _network);
        _output = new OutputBundle(this);
        _run = new RunBundle(this);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--gold", "--gold-of", "--gold-format", "--method", "--network", "--output",
        "--overwrite", "--threads",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner adapt pairs.txt --gold gold.txt -o mine.json", "and say what it gains on pairs left out"),
        new("aligner adapt corpus.txt --gold gold.txt --gold-of last -o mine.json", "gold links of its last pairs"),
        new("aligner align corpus.txt --network mine.json", "align by the guideline"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        RunSettings run = _run.Settings(parsed, context);
        AdaptationOptions options = new();
        LinkNetwork network = Start(parsed.GetValue(_network));
        string method = parsed.GetRequiredValue(_method);
        using GoldTextReader reader = new(run, method == WordAligner.Auto ? [string.Empty] : [], context.Cancellation);
        NamedInput<AnnotatedAlignment> gold =
            _format.Open(parsed, parsed.GetRequiredValue(_gold), Beside.Nothing, context.Cancellation);
        BitextReader bitext = _input.Open(parsed, context);
        using TextOutput output = _output.Open(parsed, context);
        AdaptedNetwork? adapted = null;
        ProgressDisplay.Run(context.Messages, progress =>
        {
            progress.Report(new ProgressStep("training", 0, 2));
            LabeledText labeled = reader.Read(
                bitext,
                gold,
                Enum.Parse<GoldPlace>(parsed.GetRequiredValue(_place), ignoreCase: true),
                method,
                Quality.Default);
            if (labeled.Count < options.Folds)
            {
                throw new DataException(
                    gold.Name, 0, $"has gold links of {labeled.Count} pairs; {options.Folds} are the least");
            }

            progress.Report(new ProgressStep("fitting", 1, 2));
            adapted = GuidelineAdaptation.Adapt(labeled, network, options, run.Threads, context.Cancellation);
        });
        using StringWriter text = new() { NewLine = "\n" };
        LinkNetworkFormat.Write(text, adapted!.Network);
        output.Write(text.ToString());
        output.Commit();
        context.Messages.Note(FormattableString.Invariant(
            $"AER on pairs left out: {100 * adapted.Before.Aer:0.0} before, {100 * adapted.After.Aer:0.0} after"));
        context.Messages.Detail(FormattableString.Invariant($"strength of the prior: {adapted.Strength}"));
    }

    private static string Place(GoldPlace place) => place.ToString().ToLowerInvariant();

    private static LinkNetwork Start(string? path)
    {
        if (path is null)
        {
            return LinkNetworkFormat.Shipped;
        }

        LinkNetwork network = LinkNetworkFormat.Open(path);
        string? fault = !network.Fits(NetworkFitting.Features) ? "was fitted to other features"
            : network.SourceWords.Count + network.TargetWords.Count > 0
                ? "was adapted before; name the one it came from"
            : null;
        return fault is null ? network : throw new DataException($"{path}: the network {fault}");
    }
}
