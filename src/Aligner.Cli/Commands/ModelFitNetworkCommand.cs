using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Fitting;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Combination.Networks;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Fitting;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model fit-network MANIFEST -o NETWORK</c>: a network that decides about links.</summary>
internal sealed class ModelFitNetworkCommand : ToolCommand
{
    private const int DeepestStack = 8;

    private readonly Argument<string> _manifest = new("MANIFEST")
    {
        Description = "A line for each text with gold links: group, method, quality, bitext, gold (pharaoh), and "
            + "whether the gold links are of its 'first' or 'last' pairs, or of its last as 'new' ones that a saved "
            + "model of the others aligns, with a tab between them; for auto also the folder of an encoder, as one "
            + "that has not learned from these links. '-' is standard input. Texts by the same annotators make a "
            + "group. Lines that begin with # are comments",
    };

    private readonly OutputBundle _output;

    private readonly Option<string?> _holdOut = new("--hold-out")
    {
        Description = "Also write DIR/GROUP.json for each group: a network fitted to all other groups, and its AER "
            + "on the texts of this one",
        HelpName = "DIR",
    };

    private readonly Option<int> _depth = OptionFactory.Integer(
        "--depth",
        "Networks that are stacked, each of which sees what the one below says of nearby links",
        NetworkFitting.DefaultDepth,
        1,
        DeepestStack);

    private readonly RunBundle _run;

    public ModelFitNetworkCommand()
        : base("fit-network", "Fit a network that decides about links to gold links, for align --network")
    {
        Add(_manifest);
        _output = new OutputBundle(this);
        Add(Headings.Output, _holdOut);
        Add(Headings.Training, _depth);
        _run = new RunBundle(this);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner model fit-network texts.tsv -o mine.json", "to all texts that texts.tsv names"),
        new("aligner model fit-network texts.tsv -o mine.json --hold-out unseen", "its AER on unseen text"),
        new("aligner align pairs.txt --network mine.json", "let it decide"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        RunSettings run = _run.Settings(parsed, context);
        string manifest = parsed.GetRequiredValue(_manifest);
        IReadOnlyList<ManifestLine> lines = ManifestLine.Read(manifest);
        FinetuneFiles.RequireReadable([.. lines.Select(line => line.Bitext), .. lines.Select(line => line.Gold)]);
        string? folder = parsed.GetValue(_holdOut);
        string[] groups = folder is null ? [] : [.. lines.Select(line => line.Group).Distinct()];
        if (groups.Length == 1)
        {
            throw new DataException(
                manifest,
                0,
                $"all texts are of the group {Excerpt.Quote(groups[0])}: without it there is nothing to fit to");
        }

        TextOutput[] outputs =
        [
            _output.Open(parsed, context),
            .. folder is null ? [] : HeldOutFolder.Open(folder, groups, _output.Overwrites(parsed), context),
        ];
        (LabeledText[] texts, LinkNetwork[] networks) =
            Fit(manifest, lines, [null, .. groups], parsed.GetValue(_depth), run, context);
        foreach ((LinkNetwork network, TextOutput output) in networks.Zip(outputs))
        {
            using StringWriter text = new() { NewLine = "\n" };
            LinkNetworkFormat.Write(text, network);
            output.Write(text.ToString());
        }

        foreach (TextOutput output in outputs)
        {
            output.Commit();
        }

        Report(lines, texts, groups, networks, context.Messages);
    }

    /// <summary>Collects the evidence of all texts, and fits a network without each group.</summary>
    private static (LabeledText[] Texts, LinkNetwork[] Networks) Fit(
        string manifest,
        IReadOnlyList<ManifestLine> lines,
        string?[] groups,
        int depth,
        RunSettings run,
        CommandContext context)
    {
        LabeledText[] texts = new LabeledText[lines.Count];
        LinkNetwork[] networks = [];
        using GoldTextReader reader = new(
            run,
            lines.Where(line => line.Method == WordAligner.Auto).Select(line => line.Encoder ?? string.Empty),
            context.Cancellation);
        ProgressDisplay.Run(context.Messages, progress =>
        {
            for (int k = 0; k < texts.Length; k++)
            {
                progress.Report(new ProgressStep("aligning texts", k, texts.Length));
                texts[k] = reader.Read(lines[k]);
                context.Messages.Detail($"{lines[k].Name}: {texts[k].LinkCount} possible links");
            }

            LabeledText[][] choices =
                [.. groups.Select(group => texts.Where((_, k) => lines[k].Group != group).ToArray())];
            if (Array.FindIndex(choices, choice => choice.All(text => text.LinkCount == 0)) is >= 0 and int empty)
            {
                throw new DataException(manifest, 0, groups[empty] is { } group
                    ? $"without the group {Excerpt.Quote(group)}, no pair with gold links has a possible link"
                    : "no pair with gold links has a possible link");
            }

            int done = 0;
            progress.Report(new ProgressStep("fitting networks", 0, choices.Length));
            networks = NetworkFitting.Fit(
                choices,
                new LinkNetworkOptions { Seed = (int)run.Seed },
                depth,
                run.Threads,
                context.Cancellation,
                () => progress.Report(
                    new ProgressStep("fitting networks", Interlocked.Increment(ref done), choices.Length)));
        });
        return (texts, networks);
    }

    private static void Report(
        IReadOnlyList<ManifestLine> lines,
        LabeledText[] texts,
        string[] groups,
        LinkNetwork[] networks,
        Messages messages)
    {
        double loss = LabeledPair.LogLoss(texts.SelectMany(text => text.Pairs), networks[0]);
        messages.Note(FormattableString.Invariant(
            $"fitted to {texts.Sum(text => text.LinkCount)} possible links, log-loss {loss:0.0000}"));
        for (int g = 0; g < groups.Length; g++)
        {
            for (int k = 0; k < texts.Length; k++)
            {
                if (lines[k].Group == groups[g])
                {
                    LinkNetwork unseeing = networks[g + 1];
                    messages.Note(FormattableString.Invariant(
                        $"without {groups[g]}: {lines[k].Name}: AER {100 * texts[k].Score(unseeing).Aer:0.00} %, ")
                        + FormattableString.Invariant(
                            $"log-loss {LabeledPair.LogLoss(texts[k].Pairs, unseeing):0.0000}"));
                }
            }
        }
    }
}
