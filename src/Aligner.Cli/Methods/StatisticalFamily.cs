using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Commands;
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

namespace Aligner.Cli.Methods;

/// <summary>The methods that learn from a bitext: the input itself, or that of a saved model.</summary>
internal sealed class StatisticalFamily : IMethodFamily
{
    /// <summary>The method of those that know nothing of their method.</summary>
    public const string DefaultName = "statistical";

    private readonly Option<string?> _model;
    private readonly TrainingBundle _training;
    private readonly DecodingBundle _decoding;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    public StatisticalFamily(Command command, SharedOptions shared)
    {
        _model = shared.Model;
        _training = new TrainingBundle(command, shared.Method, shared.Text);
        _decoding = new DecodingBundle(command, shared.Threshold);
    }

    public static IEnumerable<(string Name, string Summary)> All =>
        StatisticalMethods.All.Select(method => (method.Name, method.Summary));

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. _training.Options, .. _decoding.Options];

    public void Validate(CommandResult result)
    {
        if (result.GetResult(_model) is { Implicit: false }
            && _training.DecidedByModel.FirstOrDefault(option => result.GetResult(option) is { Implicit: false })
                is { } option)
        {
            result.AddError($"{option.Name} cannot be given with --model: the model was trained with its own");
        }
    }

    /// <inheritdoc cref="TrainingBundle.Quality" />
    public Quality Quality(ParseResult parsed) => _training.Quality(parsed);

    public bool Streams(CommandResult result) => result.GetResult(_model) is { Implicit: false };

    public void Align(AlignRun run)
    {
        if (run.Parsed.GetValue(_model) is { } path)
        {
            AlignWithSavedModel(run, path);
        }
        else
        {
            TrainAndAlign(run, bitext => (EncoderPrior.None, bitext));
        }
    }

    private void AlignWithSavedModel(AlignRun run, string path)
    {
        if (path == TextInput.StandardStreamPath && run.ReadsStandardInput)
        {
            throw new UsageException("--model and the bitext cannot both be standard input");
        }

        using TextOutput output = run.OpenOutput();
        StatisticalModel model = StatisticalModelFormat.Open(path);
        DecodingOptions decoding = _decoding.Decoding(run.Parsed, model.Method);
        using BitextReader bitext = run.OpenInput();
        PairEncoder encoder = model.CreateEncoder();
        IEnumerable<Item> items = Lockstep.Pairs(bitext).Select(pair => new Item(encoder.Encode(pair), pair));
        StatisticalAligner aligner = new(model, decoding, run.Settings.Threads);
        Write(run, pairs => Align(run, aligner, pairs), model.Text, items, output, AlignRun.BatchSize);
        LeftOut.Warn(run.Context.Messages, encoder.EmptyPairs, encoder.OverlongPairs, model.MaxLength);
    }

    /// <summary>Trains on the input and aligns it.</summary>
    /// <param name="run">The command line, input and output.</param>
    /// <param name="prepare">Tells what is known before, which may take reading the start of the input.</param>
    public void TrainAndAlign(AlignRun run, Func<BitextReader, (EncoderPrior Prior, BitextReader Input)> prepare)
    {
        _training.Check(run.Parsed);
        DecodingOptions decoding = _decoding.Decoding(run.Parsed, _training.Method(run.Parsed));
        using TextOutput output = run.OpenOutput();
        using BitextReader input = run.OpenInput();
        (EncoderPrior prior, BitextReader bitext) = prepare(input);
        using RecordingBitextReader? recording = run.WantsTokens ? new RecordingBitextReader(bitext) : null;
        TrainingResult result =
            _training.Train(run.Parsed, prior.Priors, recording ?? bitext, run.Settings, run.Context);
        IEnumerable<Item> items = Enumerable.Range(0, result.Corpus.Count)
            .Select(pair => new Item(Encoded(pair), recording?.Pairs[pair]));
        StatisticalAligner aligner = new StatisticalAligner(result.Model, decoding, run.Settings.Threads)
            .ForText(result.Corpus.Count, Encoded, run.Context.Cancellation);
        OpenPairs? open = prior.Reader is { } reader && decoding.Symmetrization == DecodingOptions.ByNetwork
            ? new OpenPairs(aligner, result.Model, reader, Quality(run.Parsed) == Statistical.Quality.Best)
            : null;
        Write(
            run,
            pairs => open is null ? Align(run, aligner, pairs) : Align(run, open, pairs),
            result.Model.Text,
            items,
            output,
            open?.BatchSize ?? AlignRun.BatchSize);
        if (open is not null)
        {
            run.Context.Messages.Note(open.Summary);
        }

        LeftOut.Warn(run.Context.Messages, result.EmptyPairs, result.OverlongPairs, result.Model.MaxLength);

        EncodedPair Encoded(int pair) => result.Pair(pair) with { Prior = prior.Links.ElementAtOrDefault(pair) };
    }

    private static IEnumerable<AnnotatedAlignment> Align(
        AlignRun run, StatisticalAligner aligner, EncodedPair[] pairs) => run.WantsScores
        ? aligner.AlignWithScores(pairs, run.Context.Cancellation).Select(AnnotatedAlignment.From)
        : aligner.Align(pairs, run.Context.Cancellation).Select(AnnotatedAlignment.From);

    private static IEnumerable<AnnotatedAlignment> Align(AlignRun run, OpenPairs open, EncodedPair[] pairs) =>
        open.AlignWithScores(pairs, run.Context.Cancellation).Select(alignment => run.WantsScores
            ? AnnotatedAlignment.From(alignment)
            : AnnotatedAlignment.From(alignment.ToAlignment()));

    private static void Write(
        AlignRun run,
        Func<EncodedPair[], IEnumerable<AnnotatedAlignment>> align,
        TextOptions text,
        IEnumerable<Item> items,
        TextOutput output,
        int batchSize)
    {
        Func<SentencePair, TokenizedPair>? splitter = run.WantsTokens ? TokenizerBundle.Splitter(text) : null;
        run.Write(items, AlignBatch, output, batchSize);

        IEnumerable<AnnotatedAlignment> AlignBatch(Item[] batch)
        {
            IEnumerable<AnnotatedAlignment> alignments = align([.. batch.Select(item => item.Encoded)]);
            return splitter is null
                ? alignments
                : alignments.Zip(batch, (links, item) => links with { Tokens = splitter(item.Text!) });
        }
    }

    /// <summary>A pair as numbers, and as text where that is still known.</summary>
    private readonly record struct Item(EncodedPair Encoded, SentencePair? Text);
}
