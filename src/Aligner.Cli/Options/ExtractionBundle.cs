using System.CommandLine;
using Aligner.Cli.Hosting;
using Aligner.Core.Corpora;
using Aligner.Neural.Models;
using Aligner.Similarity;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Matrices;

namespace Aligner.Cli.Options;

/// <summary>How links are extracted from a similarity matrix.</summary>
internal sealed class ExtractionBundle
{
    /// <summary>Softmax rules were made for dot products; cosines need a low temperature.</summary>
    private const double CosineTemperature = 0.02;

    private readonly Option<string?> _extract = OptionFactory.OptionalChoice(
        "--extract",
        "Rule from similarities to links",
        LinkExtractors.All.Select(entry => entry.Name),
        absent: $"the model's own, or {LinkExtractors.All[0].Name}");

    private readonly Option<double?> _temperature = OptionFactory.OptionalNumber(
        "--temperature",
        "What softmax, entmax and posterior divide similarities by",
        NumberRange.Positive,
        absent: "the model's own, or 1 for dot products, or 0.02");

    private readonly Option<double?> _distortion = OptionFactory.OptionalNumber(
        "--distortion",
        "Penalty on similarities far from the diagonal, 0 to 1",
        NumberRange.From(0, 1),
        absent: "the model's own, or 0");

    private readonly Option<double?> _nullThreshold = OptionFactory.OptionalNumber(
        "--null-threshold",
        "Keep this share of the links of the first pairs, "
            + "those whose words are least evenly similar to all",
        NumberRange.Between(0, 1),
        absent: "all links are kept");

    private readonly Option<double?> _threshold;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="threshold">What a link must pass; not added.</param>
    public ExtractionBundle(ToolCommand command, Option<double?> threshold)
    {
        _threshold = threshold;
        command.Add(Headings.Extraction, Options);
    }

    /// <summary>Whether a bound on entropies is asked for.</summary>
    public bool HasNullThreshold(ParseResult parsed) => parsed.GetValue(_nullThreshold) is not null;

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_extract, _temperature, _distortion, _nullThreshold];

    /// <summary>What the command line asks for, checked before any work.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="embeddings">Where vectors come from, which decides how they are compared.</param>
    /// <exception cref="UsageException">The extractor cannot have the settings that are given.</exception>
    public ExtractionSetup Setup(ParseResult parsed, EmbeddingBundle embeddings)
    {
        LinkSettings? known = embeddings.LinkSettings(parsed);
        LinkExtractorEntry entry = LinkExtractors.Get(
            parsed.GetValue(_extract) ?? known?.Extract ?? LinkExtractors.All[0].Name);
        SimilarityMeasure measure = known?.Measure ?? (entry.HasTemperature && embeddings.IsEncoderAlone(parsed)
            ? SimilarityMeasure.DotProduct
            : SimilarityMeasure.Cosine);
        if (measure == SimilarityMeasure.DotProduct && parsed.GetValue(_nullThreshold) is not null)
        {
            throw new UsageException(
                $"{_nullThreshold.Name} needs cosines, but {entry.Name} compares an encoder's vectors by dot products");
        }

        SimilarityOptions options = new()
        {
            Level = embeddings.Level(parsed) ?? known?.Level ?? embeddings.DefaultLevel(parsed),
            Measure = measure,
            Distortion = parsed.GetValue(_distortion) ?? known?.Distortion ?? 0,
        };
        double? temperature =
            known?.Temperature ?? (measure == SimilarityMeasure.Cosine ? CosineTemperature : null);
        try
        {
            ILinkExtractor extractor = entry.Create(new ExtractionSettings
            {
                Threshold = parsed.GetValue(_threshold) ?? (entry.Name == known?.Extract ? known.Threshold : null),
                Temperature = parsed.GetValue(_temperature) ?? (entry.HasTemperature ? temperature : null),
                NullSimilarity = known?.NullSimilarity,
            });
            return new ExtractionSetup(extractor, options, parsed.GetValue(_nullThreshold));
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}

/// <summary>How links are extracted.</summary>
/// <param name="Extractor">The rule.</param>
/// <param name="Options">How similarities are computed.</param>
/// <param name="NullThreshold">The share of links to keep; all if null.</param>
internal sealed record ExtractionSetup(ILinkExtractor Extractor, SimilarityOptions Options, double? NullThreshold)
{
    /// <summary>The aligner.</summary>
    /// <param name="run">Threads and cancellation.</param>
    /// <param name="embedders">Where vectors come from.</param>
    /// <param name="sample">Pairs that the bound on entropies is taken of.</param>
    public SimilarityAligner CreateAligner(
        AlignRun run, IReadOnlyList<IPairEmbedder> embedders, IEnumerable<TokenizedPair> sample)
    {
        SimilarityAligner aligner = new(embedders, Extractor, Options, run.Settings.Threads);
        return NullThreshold is { } quantile
            ? aligner.WithNullThreshold(sample.Chunk(AlignRun.BatchSize), quantile, run.Context.Cancellation)
            : aligner;
    }
}
