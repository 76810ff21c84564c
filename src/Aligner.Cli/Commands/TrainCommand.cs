using System.CommandLine;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Text;
using Aligner.Statistical;
using Aligner.Statistical.Models;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner train [BITEXT] -o MODEL</c>: a model of both directions in one file.</summary>
internal sealed class TrainCommand : ToolCommand
{
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
            "statistical",
            StatisticalMethods.All.Select(method => (method.Name, method.Summary)));
        Add(method);
        _training = new TrainingBundle(this, method, new TextBundle(this));
        _run = new RunBundle(this);
        _output = new OutputBundle(this);
        _output.File.Required = true;
        _output.File.Description = "Write the model to FILE (gzip if it ends in .gz); '-' is standard output";
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner train corpus.txt -o corpus.model", "train both directions"),
        new("aligner align new.txt --model corpus.model", "align other text with it"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        _training.Check(parsed);
        RunSettings run = _run.Settings(parsed, context);
        using OutputStream output = _output.OpenBinary(parsed, context);
        using BitextReader bitext = _input.Open(parsed);
        TrainingResult result = _training.Train(parsed, bitext, run, context);
        StatisticalModelFormat.Write(output, result.Model);
        output.Commit();
        LeftOut.Warn(context.Messages, result.EmptyPairs, result.OverlongPairs, result.Model.MaxLength);
        if (result.Corpus.TargetTokenCount == 0)
        {
            context.Messages.Warn("there was no pair to learn from: the model is empty");
        }
    }
}
