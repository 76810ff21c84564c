using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Statistical;
using Aligner.Statistical.Methods;
using Aligner.Statistical.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner train [BITEXT] -o MODEL</c>: a model of both directions in one file.</summary>
internal sealed class TrainCommand : ToolCommand
{
    private readonly Option<string?> _from = OptionFactory.Path(
        "--from", "Continue from a saved model, with its method, vocabulary and counts");

    private readonly InputBundle _input;
    private readonly TrainingBundle _training;
    private readonly RunBundle _run;
    private readonly OutputBundle _output;

    public TrainCommand()
        : base("train", "Train a statistical model and save it")
    {
        _input = new InputBundle(this);
        Option<string> method = OptionFactory.DescribedChoice(
            "--method",
            "How to align",
            StatisticalMethods.Best,
            StatisticalMethods.All.Select(method => (method.Name, method.Summary)));
        Add(Headings.Method, method, _from);
        _training = new TrainingBundle(this, method, new TextBundle(this, withUnits: false));
        _run = new RunBundle(this);
        _output = new OutputBundle(this);
        _output.File.Required = true;
        _output.File.Description = "Write the model to FILE; compressed if it ends in .gz or .zst; '-' is standard output";
        AddCheck(RequireNothingThatTheModelDecides);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--source", "--target", "--columns", "--on-error", "--method", "--from", "--tokenizer", "--quality", "--priors", "--output",
        "--overwrite", "--threads",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner train corpus.txt -o corpus.model", "train both directions"),
        new("aligner train more.txt --from corpus.model -o larger.model", "go on with more text"),
        new("aligner align new.txt --model corpus.model", "align other text with it"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        StatisticalModel? model = parsed.GetValue(_from) is { } path ? StatisticalModelFormat.Open(path) : null;
        if (model is null)
        {
            _training.Check(parsed);
        }
        else
        {
            _training.Check(parsed, model.Method);
        }

        RunSettings run = _run.Settings(parsed, context);
        using OutputStream output = _output.OpenBinary(parsed, context);
        using BitextReader bitext = _input.Open(parsed, context);
        TrainingResult result = model is null
            ? _training.Train(parsed, bitext, run, context)
            : _training.Continue(parsed, model, bitext, run, context);
        StatisticalModelFormat.Write(output, result.Model);
        output.Commit();
        LeftOut.Warn(context.Messages, result.EmptyPairs, result.OverlongPairs, result.Model.MaxLength);
        if (result.Corpus.TargetTokenCount == 0)
        {
            context.Messages.Warn("there was no pair to learn from: the model is empty");
        }
    }

    private string? RequireNothingThatTheModelDecides(CommandResult result) =>
        result.GetResult(_from) is not null
        && _training.KeptFromModel.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })
            is { } option
                ? $"{option.Name} cannot be given with --from: the model keeps its own"
                : null;
}
