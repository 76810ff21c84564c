using System.CommandLine;
using Aligner.Applications.Labels;
using Aligner.Applications.Projection;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Cli.Reports;
using Aligner.Core;
using Aligner.Core.Text;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner project LABELED TARGET</c>: labels of a text carried to its translation.</summary>
internal sealed class ProjectCommand : ToolCommand
{
    private const string Keep = "keep", Drop = "drop", List = "list";

    private readonly Option<bool> _markers = new("--markers")
    {
        Description = "Read the spans from [ ] around them in TARGET, a translation of marked sentences; align nothing",
    };

    private readonly Option<string> _unprojected = OptionFactory.DescribedChoice(
        "--unprojected",
        "What is done with a sentence that loses a label",
        Keep,
        [
            (Keep, "it is written with the labels that it has"),
            (Drop, "it is left out"),
            (List, "as keep, and standard error lists the labels"),
        ]);

    private readonly Option<bool> _json = new("--json") { Description = "Print the scores as JSON; needs --gold" };

    private readonly LabelBundle _labels;
    private readonly LinkedInput _input;
    private readonly ProjectionBundle _projection;
    private readonly OutputBundle _output;

    public ProjectCommand()
        : base("project", "Carry labels from a text to its translation")
    {
        _labels = new LabelBundle(this);
        Add(Headings.Input, _markers);
        _input = new LinkedInput(this, _labels) { Units = LinkUnits.Tokens };
        _projection = new ProjectionBundle(this);
        Add(Headings.Projection, _unprojected);
        Add(Headings.Report, _json);
        _output = new OutputBundle(this);
        AddCheck(result => result.GetValue(_json) && result.GetResult("--gold") is null
            ? "--json is for the scores, which need --gold"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--links", "--method", "--gold", "--policy", "--gap", "--unprojected", "--scheme", "--output", "--overwrite",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner project names.tsv translations.txt -o projected.tsv", "align, and carry tags of words over"),
        new("aligner project names.tsv translations.txt --links links.txt", "by links that are known"),
        new("aligner project names.tsv --gold gold.tsv", "score the projected labels by gold labels"),
        new("aligner project marked.txt translations.txt", "put inline codes in translations"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        LabelProjector projector = new(_projection.Options(parsed));
        TextOutput? report = null;
        if (parsed.GetValue(_markers))
        {
            using TextOutput output = Open();
            using LabeledBitext bitext = _labels.OpenSentences(parsed, context);
            Write(parsed, context, Decode(bitext, projector), output, report ?? output);
            output.Commit();
        }
        else
        {
            string name = _labels.Name(parsed);
            _input.Read(parsed, context, Open, (pairs, output) => Write(
                parsed, context, pairs.Select(pair => Project(pair, projector, name)), output, report ?? output));
        }

        report?.Commit();
        Summarize(projector.Report, context.Messages);

        TextOutput Open()
        {
            TextOutput output = _output.Open(parsed, context);
            report = IsScored(parsed) && WritesLabels(parsed) ? context.OpenStandardOutput() : null;
            return output;
        }
    }

    private bool IsScored(ParseResult parsed) => _labels.Gold(parsed) is not null;

    /// <summary>Scores are the data of standard output; labels are written beside them where a file is named.</summary>
    private bool WritesLabels(ParseResult parsed) =>
        !IsScored(parsed) || parsed.GetValue(_output.File) is not (null or TextInput.StandardStreamPath);

    private static IEnumerable<ProjectedTarget> Decode(LabeledBitext bitext, LabelProjector projector)
    {
        while (bitext.Read() is not null)
        {
            (LabeledSentence source, LabeledSentence target) = bitext.Take();
            yield return projector.Decode(source, target);
        }
    }

    private ProjectedTarget Project(AlignedPair pair, LabelProjector projector, string name)
    {
        (LabeledSentence source, LabeledSentence target) = _labels.Take();
        try
        {
            return projector.Project(pair, source, target);
        }
        catch (FormatException exception)
        {
            throw new BrokenLineException(name, source.Line, exception.Message);
        }
    }

    private void Write(
        ParseResult parsed,
        CommandContext context,
        IEnumerable<ProjectedTarget> sentences,
        TextOutput output,
        TextOutput report)
    {
        bool writesLabels = WritesLabels(parsed);
        string unprojected = parsed.GetRequiredValue(_unprojected);
        using GoldSpans? gold = _labels.OpenGold(parsed, context);
        ILabelWriter? writer = null;
        foreach (ProjectedTarget sentence in sentences)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            writer ??= _labels.Writer(parsed);
            gold?.Add(sentence.Target);
            if (writesLabels && !(unprojected == Drop && sentence.Lost.Any()))
            {
                writer.Write(output, sentence.Source, sentence.Target);
            }

            if (unprojected == List)
            {
                Tell(sentence, _labels.Name(parsed), context.Messages);
            }
        }

        gold?.RequireEnd();
        if (gold is not null && parsed.GetValue(_json))
        {
            SpanReport.WriteJson(report, gold.Scores);
        }
        else if (gold is not null)
        {
            SpanReport.WriteTable(report, gold.Scores);
        }
    }

    private static void Tell(ProjectedTarget sentence, string name, Messages messages)
    {
        foreach ((string text, string type, ProjectionOutcome outcome) in sentence.Lost)
        {
            messages.Note(FormattableString.Invariant(
                $"{name}:{sentence.Source.Line}: {Excerpt.Quote(text)} {type}: {NameOf(outcome)}"));
        }
    }

    private static void Summarize(ProjectionReport report, Messages messages)
    {
        if (report.Total > 0)
        {
            messages.Note(string.Join(", ", Enum.GetValues<ProjectionOutcome>().Select(outcome =>
                FormattableString.Invariant($"{report[outcome]} {NameOf(outcome)}"))));
        }
    }

    private static string NameOf(ProjectionOutcome outcome) => outcome switch
    {
        ProjectionOutcome.Projected => "projected",
        ProjectionOutcome.Split => "split",
        ProjectionOutcome.Collided => "collided",
        ProjectionOutcome.Unlinked => "without link",
        _ => "improbable",
    };
}
