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
using Aligner.Statistical;
using Aligner.Statistical.Priors;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>
/// The method that chooses: the statistical aligner, with what an encoder, that which ships or another, says of the
/// first pairs as prior (Marchisio, Xiong and Koehn 2022), where there is one.
/// </summary>
internal sealed class AutoFamily(SharedOptions shared, StatisticalFamily statistical) : IMethodFamily
{
    public const string Name = "auto";

    /// <summary>
    /// Pairs that the encoder aligns: enough to know the words of a language pair. A text that has no more of them
    /// is small, so that the best quality takes little time.
    /// </summary>
    private const int SampleSize = 10_000;

    /// <summary>
    /// How many links a link of the encoder is worth in a text of one pair, were it not for
    /// <see cref="MaxPriorWeight"/>; in one of n, that by the square root of n. Fitted on dev sets.
    /// </summary>
    private const double PriorWeight = 21;

    private const double MaxPriorWeight = 2;

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

    private (TrainingStart Start, BitextReader Input) Prepare(AlignRun run, BitextReader bitext)
    {
        ModelFolder? encoder = OpenEncoder(run.Parsed, out string? reason);
        List<SentencePair> start = [.. Lockstep.Pairs(bitext, SampleSize)];
        ResumedBitextReader all = new(start, bitext);
        Quality quality = statistical.QualityOr(
            run.Parsed, start.Count < SampleSize ? Quality.Best : Quality.Default);
        string choice = $"{Name} takes statistical with quality {quality.ToString().ToLowerInvariant()}";
        if (encoder is null)
        {
            run.Context.Messages.Note($"{choice}: {reason}");
            return (new TrainingStart(AlignmentPriors.None, quality), all);
        }

        string pairs = start.Count == 1 ? "pair" : "pairs";
        run.Context.Messages.Note($"{choice} and the encoder's links of {start.Count} {pairs} as prior");
        return (new TrainingStart(Priors(run, encoder, start), quality), all);
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

    private AlignmentPriors Priors(AlignRun run, ModelFolder model, List<SentencePair> start)
    {
        TextBundle text = shared.Text;
        NormalizationOptions normalization = text.Tokenizer.TextOptions(run.Parsed).Normalization;
        Func<SentencePair, TokenizedPair> split = text.Tokenizer.Splitter(run.Parsed);
        int maxLength = text.MaxLength(run.Parsed);
        LinkSettings links = model.Manifest.Links!;
        EncoderOptions options = new() { Session = shared.Encoder.Settings(run.Parsed) };
        using ContextualEmbedder embedder = new(model, options, new WordNormalizer(normalization));
        SimilarityAligner aligner = new(
            [embedder],
            LinkExtractors.Get(links.Extract).Create(links.Extraction with { Threshold = Threshold }),
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            run.Settings.Threads);
        LinkedTextCounter counter = new();
        foreach (SentencePair[] batch in start.Chunk(AlignRun.BatchSize))
        {
            TokenizedPair[] pairs = [.. batch.Select(split)
                .Where(pair => Math.Max(pair.Source.Count, pair.Target.Count) <= maxLength)];
            IReadOnlyList<ScoredAlignment> alignments = aligner.AlignWithScores(pairs, run.Context.Cancellation);
            for (int i = 0; i < pairs.Length; i++)
            {
                counter.Add(pairs[i], alignments[i].Links);
            }
        }

        return counter.ToPriors().Scale(Math.Min(MaxPriorWeight, PriorWeight / Math.Sqrt(start.Count)));
    }
}
