using System.CommandLine;
using System.CommandLine.Parsing;
using Aligner.Cli.Inputs;
using Aligner.Cli.Options;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Statistical.Interpolation;
using Aligner.Statistical.Priors;
using Aligner.Statistical.Training;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>
/// The method that chooses: the statistical aligner, with what an encoder, that which ships or another, says of the
/// first pairs as prior (Marchisio, Xiong and Koehn 2022), where there is one.
/// </summary>
internal sealed class AutoFamily(SharedOptions shared, StatisticalFamily statistical) : IMethodFamily
{
    public const string Name = "auto";

    /// <summary>Pairs that the encoder aligns: enough to know the words of a language pair.</summary>
    private const int SampleSize = 10_000;

    /// <summary>
    /// How many links one of the encoder counts as: so many times what the odds that it is to be trusted, by
    /// <see cref="PriorTrust"/>, exceed the least ones. Fitted on dev sets.
    /// </summary>
    private const double WeightOfOdds = 2, LeastOdds = 1.0 / 3, MaxPriorWeight = 2;

    /// <summary>
    /// The least and the most where the sample is full, as there mostly is more text: it tells more than the sample on
    /// which the odds were measured, and sets a weak prior right, which still helps with rare words.
    /// </summary>
    private const double MinPriorWeightOfLarge = 0.1, MaxPriorWeightOfLarge = 0.25;

    /// <summary>Less probable links of the encoder do not count.</summary>
    private const double Threshold = 0.1;

    public static IEnumerable<(string Name, string Summary)> All =>
        [(Name, "statistical, with links of the encoder that comes with the tool, or that of --model, as prior")];

    public IEnumerable<(string Name, string Summary)> Methods => All;

    public IEnumerable<Option> Options => [.. statistical.Options, .. shared.Encoder.Options];

    public void Validate(CommandResult result)
    {
        if (result.GetValue(shared.Model) is { } model && !Directory.Exists(model))
        {
            result.AddError($"--method {Name} takes the folder of an encoder, which '{model}' is not");
        }
    }

    public bool Streams(CommandResult result) => false;

    public void Align(AlignRun run) => statistical.TrainAndAlign(run, bitext => Prepare(run, bitext));

    private (AlignmentPriors Known, BitextReader Input) Prepare(AlignRun run, BitextReader bitext)
    {
        ModelFolder? encoder = OpenEncoder(run.Parsed, out string? reason);
        List<SentencePair> start = [.. Lockstep.Pairs(bitext, SampleSize)];
        ResumedBitextReader all = new(start, bitext);
        string quality = statistical.Quality(run.Parsed).ToString().ToLowerInvariant();
        string choice = $"{Name} takes statistical with quality {quality}";
        if (encoder is null)
        {
            run.Context.Messages.Note($"{choice}: {reason}");
            return (AlignmentPriors.None, all);
        }

        string pairs = start.Count == 1 ? "pair" : "pairs";
        run.Context.Messages.Note(
            $"{choice} and, as far as it knows the words, the encoder's links of {start.Count} {pairs}");
        return (Priors(run, encoder, start), all);
    }

    /// <summary>The encoder of the command line, or else the one that ships; null if there is none to run.</summary>
    /// <exception cref="UsageException">The command line asks for what there is not.</exception>
    private ModelFolder? OpenEncoder(ParseResult parsed, out string? reason)
    {
        ModelFolder? encoder = parsed.GetValue(shared.Model) is { } folder
            ? ModelFolder.Open(folder)
            : ShippedModel.Open();
        reason = encoder is null ? "this build has no encoder" : OnnxRuntimeLibrary.WhyUnavailable;
        if (reason is null)
        {
            return encoder!.Manifest.Links is not null ? encoder : throw new UsageException(
                $"{encoder.Path}: the model does not say how links are extracted, as those that finetune makes do");
        }

        return new Option[] { shared.Model }.Concat(shared.Encoder.Options)
            .FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option
            ? throw new UsageException($"{option.Name} cannot be given: {reason}")
            : null;
    }

    /// <summary>What the links of the encoder count, and how much it was found to know.</summary>
    private AlignmentPriors Priors(AlignRun run, ModelFolder encoder, List<SentencePair> start)
    {
        List<LinkedPair> linked = Link(run, encoder, start);
        double odds = PriorTrust.Odds(
            linked,
            shared.Text.Tokenizer.TextOptions(run.Parsed),
            shared.Text.MaxLength(run.Parsed),
            new TrainingContext { Threads = run.Settings.Threads, Cancellation = run.Context.Cancellation });
        (double least, double most) = start.Count < SampleSize
            ? (0, MaxPriorWeight)
            : (MinPriorWeightOfLarge, MaxPriorWeightOfLarge);
        double weight = Math.Clamp(WeightOfOdds * (odds - LeastOdds), least, most);
        string counts = weight > 0 ? FormattableString.Invariant($"count {weight:0.00} each") : "are not used";
        run.Context.Messages.Note(FormattableString.Invariant(
            $"the encoder's links are taken to explain {odds:0.00} words for one that the text does, and {counts}"));
        if (weight == 0)
        {
            return AlignmentPriors.None;
        }

        LinkedTextCounter counter = new();
        linked.ForEach(pair => counter.Add(pair.Tokens, pair.Links));
        return counter.ToPriors().Scale(weight);
    }

    private List<LinkedPair> Link(AlignRun run, ModelFolder encoder, List<SentencePair> start)
    {
        TextBundle text = shared.Text;
        NormalizationOptions normalization = text.Tokenizer.TextOptions(run.Parsed).Normalization;
        Func<SentencePair, TokenizedPair> split = text.Tokenizer.Splitter(run.Parsed);
        int maxLength = text.MaxLength(run.Parsed);
        LinkSettings links = encoder.Manifest.Links!;
        EncoderOptions options = new() { Session = shared.Encoder.Settings(run.Parsed) };
        using ContextualEmbedder embedder = new(encoder, options, new WordNormalizer(normalization));
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get(links.Extract).Create(links.Extraction with { Threshold = Threshold }),
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            run.Settings.Threads);
        List<LinkedPair> linked = [];
        foreach (SentencePair[] batch in start.Chunk(AlignRun.BatchSize))
        {
            (SentencePair Text, TokenizedPair Tokens)[] pairs = [.. batch
                .Select(pair => (Text: pair, Tokens: split(pair)))
                .Where(pair => Math.Max(pair.Tokens.Source.Count, pair.Tokens.Target.Count) <= maxLength)];
            IReadOnlyList<ScoredAlignment> alignments =
                aligner.AlignWithScores([.. pairs.Select(pair => pair.Tokens)], run.Context.Cancellation);
            linked.AddRange(pairs.Zip(
                alignments, (pair, alignment) => new LinkedPair(pair.Text, pair.Tokens, alignment.Links)));
        }

        return linked;
    }
}
