using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Methods;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Encoders;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;
using Aligner.Statistical.PriorSources;
using Aligner.Texts;
using Aligner.Tokenization.Units;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner train [BITEXT] -o MODEL</c>: a model of both directions in one file.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private readonly Option<string> _method = OptionFactory.DescribedChoice(
        "--method",
        "How to align",
        AutoEncoder.Method,
        [
            .. AutoFamily.All,
            .. StatisticalMethods.All.Select(method => (method.Name, method.Summary)),
        ]);

    private readonly Option<string?> _model = OptionFactory.Path(
        "--model", $"The folder of another encoder for {AutoEncoder.Method}; the saved model names it");

    private readonly Option<string?> _from = OptionFactory.Path(
        "--from", "Continue from a saved model, with its method, encoder, vocabulary and counts");

    private readonly Option<int?> _sample = OptionFactory.OptionalInteger(
        "--sample",
        "Train on N different pairs drawn at random by --seed from all of the text, which is read once",
        1,
        absent: "all pairs");

    private readonly InputBundle _input;
    private readonly TextBundle _text;
    private readonly TrainingBundle _training;
    private readonly EncoderBundle _encoder;
    private readonly RunBundle _run;
    private readonly OutputBundle _output;

    public TrainCommand()
        : base("train", "Train a statistical model and save it")
    {
        _input = new InputBundle(this);
        Add(Headings.Input, _sample);
        _encoder = new EncoderBundle(this, _model);
        Add(Headings.Method, _method, _model, _from);
        _text = new TextBundle(this, withUnits: false);
        _training = new TrainingBundle(this, _method, _text);
        _run = new RunBundle(this);
        _output = new OutputBundle(this);
        _output.File.Required = true;
        _output.File.Description =
            "Write the model to FILE; compressed if it ends in .gz or .zst; '-' is standard output";
        AddCheck(RequireNothingThatTheModelDecides);
        AddCheck(RequireAutoForAnEncoder);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--columns", "--on-error", "--method", "--from", "--tokenizer",
        "--quality", "--priors", "--output",
        "--overwrite", "--threads",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner train corpus.txt -o corpus.model", "train both directions"),
        new("aligner train more.txt --from corpus.model -o larger.model", "go on with more text"),
        new("aligner train huge.txt.gz --sample 1000000 -o huge.model", "train on a random sample of a large text"),
        new("aligner align new.txt --model corpus.model", "align other text with it"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        StatisticalModel? model = parsed.GetValue(_from) is { } path ? StatisticalModelFormat.Open(path) : null;
        TextPlan plan = model is null ? _training.Plan(parsed) : _training.Plan(parsed, model);
        RunSettings run = _run.Settings(parsed, context);
        using OutputStream output = _output.OpenBinary(parsed, context);
        using TokenizedBitext bitext = Open(parsed, plan, model, run, context);
        string choice = $"{AutoEncoder.Method}: statistical";
        using EncoderReader? encoder = OpenEncoder(parsed, model, plan, run.Threads, choice, context.Messages);
        TrainingText text = TrainingText.Begin(
            bitext.ReadAll().Select(pair => pair.Tokens), encoder is null ? 0 : EncoderPrior.LeastLarge);
        TrainedText trained = _training.Train(
            parsed,
            text,
            plan with { Encoder = encoder, Text = model is null ? bitext.Text : plan.Text },
            run,
            context,
            prior => AutoEncoder.Describe(choice, prior, context.Messages),
            model is null ? null : ModelPriors.Of(model));
        StatisticalModelFormat.Write(output, model is null ? trained.Model : trained.Model.GoingOnFrom(model));
        output.Commit();
        LeftOut.Warn(context.Messages, trained.EmptyPairs, trained.OverlongPairs, plan.MaxLength);
        if (trained.Model.IsEmpty)
        {
            context.Messages.Warn("there was no pair to learn from: the model is empty");
        }
    }

    private TokenizedBitext Open(
        ParseResult parsed, TextPlan plan, StatisticalModel? model, RunSettings run, CommandContext context)
    {
        BitextReader bitext = _input.Open(parsed, context);
        if (parsed.GetValue(_sample) is { } count)
        {
            bitext = Sample(bitext, count, run.Seed, context);
        }

        return model is null
            ? _text.Units.Open(plan.Text, parsed, bitext, context.Messages)
            : _text.Units.OpenFor(plan.Text, parsed, bitext, context.Messages);
    }

    private static SampledBitextReader Sample(BitextReader bitext, int count, ulong seed, CommandContext context)
    {
        SampledBitextReader? sample = null;
        ProgressDisplay.Run(context.Messages, progress => sample = SampledBitextReader.Draw(bitext, count, seed, seen =>
        {
            context.Cancellation.ThrowIfCancellationRequested();
            progress.Report(new ProgressStep("drawing the sample", seen));
        }));
        context.Messages.Note($"sample: {sample!.Count} of {sample.Seen} pairs");
        return sample;
    }

    private EncoderReader? OpenEncoder(
        ParseResult parsed, StatisticalModel? model, TextPlan plan, int threads, string choice, Messages messages) =>
        model is not null ? AutoEncoder.OpenOf(model, threads, messages)
        : parsed.GetValue(_method) == AutoEncoder.Method
            ? new AutoEncoder(_model, _encoder).Open(parsed, plan, threads, choice, messages)
        : null;

    private string? RequireAutoForAnEncoder(CommandResult result) =>
        result.GetResult(_from) is null
        && result.GetValue(_method) != AutoEncoder.Method
        && _encoder.Options.Prepend(_model)
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option
                ? $"{option.Name} needs --method {AutoEncoder.Method}"
                : null;

    private string? RequireNothingThatTheModelDecides(CommandResult result) =>
        result.GetResult(_from) is not null
        && _training.KeptFromModel.Append(_model)
            .FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option
                ? $"{option.Name} cannot be given with --from: the model keeps its own"
                : null;
}
