using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Encoders;
using Aligner.Tokenization.Subwords.Training;
using Aligner.Tokenization.Words;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner finetune BITEXT… -o MODEL</c>: trains an encoder to align.</summary>
internal sealed class FinetuneCommand : ToolCommand
{
    private const int SaveEvery = 500;

    private readonly Argument<string[]> _bitexts = OptionFactory.Bitexts();

    private readonly Option<string?> _target = OptionFactory.Path("--output", "The model folder to make", "-o");

    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Replace the model folder if it exists" };

    private readonly Option<string?> _checkpoint = OptionFactory.Path(
        "--checkpoint",
        "Go on from FILE if it exists, and keep the state of training in it; if it exists, so may the model folder, "
            + "which is replaced. Without it, an interrupted training keeps what was last written");

    private readonly Option<int> _saveEvery = OptionFactory.Integer(
        "--save-every", "Steps between checkpoints; at each, the model is written and measured", SaveEvery, 1);

    private readonly Option<string?> _log = OptionFactory.Path(
        "--log",
        "Write what is learned to FILE too, a JSON object a line, at the steps of --save-every; going on from a "
            + "checkpoint continues it; view --log draws it");

    private readonly Option<string?> _dev = OptionFactory.Path(
        "--dev", "A bitext with gold links, to measure the model on while it learns; needs --dev-gold");

    private readonly Option<string?> _devGold = OptionFactory.Path("--dev-gold", "The gold links of --dev");
    private readonly LinkedTextBundle _linked;
    private readonly StartBundle _start;
    private readonly TokenizerBundle _tokenizer;
    private readonly ObjectiveBundle _objectives;
    private readonly OptimizationBundle _optimization;
    private readonly RunBundle _run;

    public FinetuneCommand()
        : base("finetune", "Train an encoder to align, from scratch or from a model")
    {
        Add(_bitexts);
        Add(Headings.Input, _dev, _devGold);
        _linked = new LinkedTextBundle(this, _bitexts);
        _start = new StartBundle(this);
        _objectives = new ObjectiveBundle(this);
        Add(Headings.Output, _target, _overwrite);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _optimization = new OptimizationBundle(this);
        Add(Headings.Output, _checkpoint, _saveEvery, _log);
        _run = new RunBundle(this);
        _target.Required = true;
        foreach (Option option in new Option[] { _dev, _devGold, _log })
        {
            option.Validators.Add(result => OptionFactory.RefuseStandardInput(option.Name, result));
        }

        AddCheck(FindContradiction);
    }

    public override IReadOnlyList<string> Essentials { get; } =
    [
        "--links", "--model", "--from-scratch", "--adapters", "--objectives", "--steps", "--dev", "--dev-gold",
        "--checkpoint", "--output", "--overwrite", "--threads",
    ];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner finetune corpus.txt --model mbert -o mbert-tuned", "learn from the statistical aligner"),
        new("aligner finetune en-*.txt --from-scratch small.json -o small --checkpoint small.state", "a new encoder"),
        new("aligner finetune train.txt --links train.gold --model labse --adapters 128 -o tuned",
            "learn from gold links"),
        new("aligner finetune corpus.txt --objectives self tlm --model mbert -o tuned", "without any other aligner"),
    ];

    // The checkpoint of a large encoder takes its time.
    protected override TimeSpan Grace => TimeSpan.FromMinutes(2);

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        CheckUsage(parsed);
        CheckFiles(parsed);
        RunSettings run = _run.Settings(parsed, context);
        TextOptions text = _tokenizer.TextOptions(parsed);
        string[] bitexts = parsed.GetRequiredValue(_bitexts);
        DevSet? dev = parsed.GetValue(_dev) is { } devPath
            ? new DevSet(devPath, parsed.GetValue(_devGold)!, new PairSplitter(text).Split)
            : null;
        using EncoderStart start = _start.Create(
            parsed,
            (size, folder) => VocabularyTraining.Run(
                bitexts,
                new PairSplitter(text).Split,
                new UnigramTrainerOptions { VocabularySize = size, Threads = run.Threads },
                _optimization.Balance(parsed),
                folder,
                context),
            run,
            context);
        if (_objectives.NeedsMask(parsed) && start.Tokenizer.SpecialTokens.Mask is null)
        {
            throw new DataException($"{start.TokenizerFolder}: its tokenizer has no mask, which mlm and tlm need");
        }

        EncoderTrainerOptions options = _optimization.Trainer(parsed, run, start, _objectives.Weights(parsed));
        TrainingCorpus corpus = _linked.Read(
            parsed,
            new TrainingCorpus(start.Tokenizer, Math.Min(LinkedTextBundle.MaxPieces, start.Config.MaxLength)),
            new TaughtText(context, run, text),
            run,
            needsLinks: _objectives.Weights(parsed).Links > 0);
        Describe(corpus, context);
        using EncoderTrainer trainer = new(start.Config, start.Parameters, corpus, options);
        string? checkpoint = parsed.GetValue(_checkpoint);
        if (IsResumed(parsed))
        {
            trainer.Load(checkpoint!);
            context.Messages.Detail($"going on after step {trainer.StepCount}");
        }

        TrainingOutputs outputs = new(parsed.GetRequiredValue(_target)!, start.TokenizerFolder, checkpoint);
        using TrainingLog? log = parsed.GetValue(_log) is { } path
            ? new TrainingLog(path, trainer.StepCount)
            : null;
        Train(parsed, context, new TrainingLoop(
            trainer, outputs, model => dev?.ErrorRate(model, run.Threads, context.Cancellation), log, context));
    }

    // Values that were not understood cannot be asked for while the command line is read.
    private void CheckUsage(ParseResult parsed)
    {
        _optimization.Check(parsed);
        if (_linked.HasLinks(parsed) && _objectives.Weights(parsed).Links == 0)
        {
            throw new UsageException("--links needs links among the --objectives");
        }
    }

    private void CheckFiles(ParseResult parsed)
    {
        FinetuneFiles.RequireReplaceable(
            parsed.GetRequiredValue(_target)!, parsed.GetValue(_overwrite) || IsResumed(parsed));
        IEnumerable<string?> inputs =
        [
            .. _linked.Inputs(parsed), parsed.GetValue(_dev), parsed.GetValue(_devGold),
        ];
        FinetuneFiles.RequireReadable(inputs.OfType<string>());
        if (parsed.GetValue(_checkpoint) is { } checkpoint)
        {
            FinetuneFiles.RequireWritable(checkpoint);
        }

        if (parsed.GetValue(_log) is { } log)
        {
            FinetuneFiles.RequireLoggable(log, parsed.GetValue(_overwrite) || IsResumed(parsed));
        }

        FinetuneFiles.RequireRuntime();
    }

    private void Train(ParseResult parsed, CommandContext context, TrainingLoop loop)
    {
        (int steps, int every) = (_optimization.Steps(parsed), parsed.GetValue(_saveEvery));
        if (context.Messages.IsVerbose)
        {
            // A bar would garble the lines.
            loop.Run(steps, every, progress: null);
        }
        else
        {
            ProgressDisplay.Run(context.Messages, progress => loop.Run(steps, every, progress));
        }
    }

    private static void Describe(TrainingCorpus corpus, CommandContext context)
    {
        context.Messages.Detail($"{corpus.Count} pairs in {corpus.GroupCount} groups");
        if (corpus.LeftOut > 0)
        {
            context.Messages.Warn($"{corpus.LeftOut} pairs left out: a side is empty or too long");
        }

        if (corpus.Count == 0)
        {
            throw new DataException("there is no pair to learn from");
        }
    }

    // File.Exists takes a link that leads nowhere for a file.
    private bool IsResumed(ParseResult parsed) =>
        parsed.GetValue(_checkpoint) is { } path && FileKinds.Of(path) != FileKind.Missing;

    private string? FindContradiction(CommandResult result) =>
        result.GetValue(_dev) is null != result.GetValue(_devGold) is null ? "--dev and --dev-gold go together" : null;
}
