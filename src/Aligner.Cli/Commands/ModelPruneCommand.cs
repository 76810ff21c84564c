using System.CommandLine;
using Aligner.Cli.Finetuning;
using Aligner.Cli.Hosting;
using Aligner.Cli.Options;
using Aligner.Core;
using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Pruning;
using Aligner.Neural.Models;
using Aligner.Tokenization.Subwords;

namespace Aligner.Cli.Commands;

/// <summary><c>aligner model prune DIR -o OUT --bitexts …</c>: a faster model, narrower inside.</summary>
internal sealed class ModelPruneCommand : ToolCommand
{
    private readonly FolderBundle<string> _folders;

    private readonly Option<string[]> _bitexts = OptionFactory.BitextFiles(
        "Files of sentence pairs of the model's languages and domain; they are balanced against each other");

    private readonly Option<int?> _neurons = OptionFactory.OptionalInteger(
        "--intermediate-size", "Neurons of each feed-forward block that are kept", 1, absent: "all");

    private readonly Option<int?> _dimensions = OptionFactory.OptionalInteger(
        "--head-size", "Dimensions of each attention head that are kept", 1, absent: "all");

    private readonly Option<int> _pairs = OptionFactory.Integer(
        "--pairs", "Sentence pairs to watch the encoder on", PruningOptions.DefaultPairs, 1);

    private readonly TokenizerBundle _tokenizer;
    private readonly RunBundle _run;

    public ModelPruneCommand()
        : base("prune", "Make a model folder with a narrower encoder: faster, at a small loss")
    {
        _folders = new FolderBundle<string>(this, "A model folder with 32-bit weights");
        Add(Headings.Input, _bitexts, _pairs);
        Add(Headings.Encoder, _neurons, _dimensions);
        _tokenizer = new TokenizerBundle(this, withNormalization: false);
        _run = new RunBundle(this);
        AddCheck(result => result.GetResult(_neurons) is null && result.GetResult(_dimensions) is null
            ? "give --intermediate-size, --head-size or both"
            : null);
    }

    public override IReadOnlyList<string> Essentials { get; } =
        ["--bitexts", "--intermediate-size", "--head-size", "--pairs", "--output", "--overwrite", "--threads"];

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new(
            "aligner model prune tuned -o narrow --bitexts en-*.txt --intermediate-size 640 --head-size 24",
            "then quantize it"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        ModelFolder model = ModelFolder.Open(_folders.Source(parsed));
        string[] bitexts = parsed.GetRequiredValue(_bitexts);
        FinetuneFiles.RequireReplaceable(_folders.Target(parsed), _folders.Overwrites(parsed));
        FinetuneFiles.RequireReadable(bitexts);
        EncoderPruner.Require(model, parsed.GetValue(_neurons), parsed.GetValue(_dimensions));
        FinetuneFiles.RequireRuntime();
        RunSettings run = _run.Settings(parsed, context);
        TaughtText text = new(context, run, _tokenizer.TextOptions(parsed));
        TrainingCorpus corpus = new(SubwordTokenizer.Load(model.TokenizerPath), model.Manifest.Encoder.MaxLength);
        foreach (string bitext in bitexts)
        {
            corpus.AddGroup(text.WithoutLinks(bitext));
        }

        if (corpus.Count == 0)
        {
            throw new DataException("there is no pair to watch the encoder on");
        }

        PruningOptions options = new()
        {
            IntermediateSize = parsed.GetValue(_neurons),
            HeadSize = parsed.GetValue(_dimensions),
            Pairs = parsed.GetValue(_pairs),
            Sampler = new SamplerOptions { Seed = run.Seed },
            Threads = run.Threads,
        };
        ProgressDisplay.Run(context.Messages, progress => EncoderPruner.Prune(
            model,
            corpus,
            options,
            _folders.Target(parsed),
            _folders.Overwrites(parsed),
            pairs => progress.Report(new ProgressStep("watching the encoder read pairs", pairs, options.Pairs)),
            context.Cancellation));
    }
}
