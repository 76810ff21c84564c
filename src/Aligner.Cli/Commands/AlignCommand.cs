using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core.Corpora;
using Aligner.Core.Formats;
using Aligner.Core.Text;
using Aligner.Statistical;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Decoding;
using Aligner.Statistical.Models;
using Aligner.Tokenization;

namespace Aligner.Cli.Commands;

/// <summary>
/// <c>aligner align [BITEXT]</c>: the links of every pair, by a model trained on them or a saved one.
/// </summary>
internal sealed class AlignCommand : ToolCommand
{
    private const int BatchSize = 2048;

    private readonly Option<string?> _model =
        OptionFactory.Path("--model", "Align with a model that train saved, '-' for standard input");

    private readonly Option<bool> _scores = new("--scores")
    {
        Description = "Print the probability of each link and the log-probability of each pair, per token",
    };

    private readonly Option<bool> _tokens =
        new("--tokens") { Description = "Print the tokens too, where the format has room for them (giza, jsonl)" };

    private readonly InputBundle _input;
    private readonly TrainingBundle _training;
    private readonly DecodingBundle _decoding;
    private readonly RunBundle _run;
    private readonly FormatBundle _format;
    private readonly OutputBundle _output;

    public AlignCommand()
        : base("align", "Link the words of every sentence pair")
    {
        _input = new InputBundle(this);
        Add(_model);
        _training = new TrainingBundle(this);
        _decoding = new DecodingBundle(this);
        Add(_scores);
        Add(_tokens);
        _run = new RunBundle(this);
        _format = new FormatBundle(this, "the output");
        _output = new OutputBundle(this);
        Validators.Add(RequireNoTrainingWithModel);
    }

    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("aligner align corpus.txt -o links.txt", "train on the pairs and align them"),
        new("aligner align -s corpus.en -t corpus.fr --method ibm2 --symmetrize intersection", "two files"),
        new("aligner align new.txt --model corpus.model --scores", "align with a saved model"),
    ];

    protected override void Run(ParseResult parsed, CommandContext context)
    {
        RunSettings run = _run.Settings(parsed, context);
        if (parsed.GetValue(_model) is { } path)
        {
            AlignWithSavedModel(parsed, context, path, run.Threads);
        }
        else
        {
            TrainAndAlign(parsed, context, run);
        }
    }

    private void AlignWithSavedModel(ParseResult parsed, CommandContext context, string path, int threads)
    {
        if (path == TextInput.StandardStreamPath && _input.ReadsStandardInput(parsed))
        {
            throw new UsageException("--model and the bitext cannot both be standard input");
        }

        using TextOutput output = _output.Open(parsed, context);
        StatisticalModel model = Load(path);
        DecodingOptions decoding = _decoding.Options(parsed, model.Method);
        using BitextReader bitext = _input.Open(parsed);
        PairEncoder encoder = model.CreateEncoder();
        IEnumerable<Item> items = Lockstep.Pairs(bitext).Select(pair => new Item(encoder.Encode(pair), pair));
        Write(parsed, context, new StatisticalAligner(model, decoding, threads), model.Text, items, output);
        LeftOut.Warn(context.Messages, encoder.EmptyPairs, encoder.OverlongPairs, model.MaxLength);
    }

    private void TrainAndAlign(ParseResult parsed, CommandContext context, RunSettings run)
    {
        _training.Check(parsed);
        DecodingOptions decoding = _decoding.Options(parsed, _training.Method(parsed));
        using TextOutput output = _output.Open(parsed, context);
        using BitextReader bitext = _input.Open(parsed);
        using RecordingBitextReader? recording = WantsTokens(parsed) ? new RecordingBitextReader(bitext) : null;
        TrainingResult result = _training.Train(parsed, recording ?? bitext, run, context);
        IEnumerable<Item> items = Enumerable.Range(0, result.Corpus.Count)
            .Select(pair => new Item(result.Pair(pair), recording?.Pairs[pair]));
        StatisticalAligner aligner = new(result.Model, decoding, run.Threads);
        Write(parsed, context, aligner, result.Model.Text, items, output);
        LeftOut.Warn(context.Messages, result.EmptyPairs, result.OverlongPairs, result.Model.MaxLength);
    }

    private void Write(
        ParseResult parsed,
        CommandContext context,
        StatisticalAligner aligner,
        TextOptions text,
        IEnumerable<Item> items,
        TextOutput output)
    {
        Func<SentencePair, TokenizedPair>? splitter = WantsTokens(parsed) ? TokenizerBundle.Splitter(text) : null;
        bool scores = parsed.GetValue(_scores);
        _format.Write(parsed, items.Chunk(BatchSize).SelectMany(Align), output);
        output.Commit();

        IEnumerable<AnnotatedAlignment> Align(Item[] batch)
        {
            EncodedPair[] pairs = [.. batch.Select(item => item.Encoded)];
            IEnumerable<AnnotatedAlignment> alignments = scores
                ? aligner.AlignWithScores(pairs, context.Cancellation).Select(AnnotatedAlignment.From)
                : aligner.Align(pairs, context.Cancellation).Select(AnnotatedAlignment.From);
            return splitter is null
                ? alignments
                : alignments.Zip(batch, (links, item) => links with { Tokens = splitter(item.Text!) });
        }
    }

    private bool WantsTokens(ParseResult parsed) => parsed.GetValue(_tokens) || _format.NeedsTokens(parsed);

    private static StatisticalModel Load(string path)
    {
        using Stream stream = TextInput.OpenStream(path);
        return StatisticalModelFormat.Read(
            stream, path == TextInput.StandardStreamPath ? TextInput.StandardInputName : path);
    }

    private void RequireNoTrainingWithModel(CommandResult result)
    {
        if (result.GetResult(_model) is { Implicit: false }
            && _training.DecidedByModel.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })
                is { } option)
        {
            result.AddError($"{option.Name} cannot be given with --model: the model was trained with its own");
        }
    }

    /// <summary>A pair as numbers, and as text where that is still known.</summary>
    private readonly record struct Item(EncodedPair Encoded, SentencePair? Text);
}
