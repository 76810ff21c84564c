using System.CommandLine;
using Aligner.Cli.Methods;
using Aligner.Core.Corpora;
using Aligner.Similarity;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Extraction;

namespace Aligner.Cli.Options;

/// <summary>How links are extracted from a similarity matrix.</summary>
internal sealed class ExtractionBundle
{
    /// <summary>Softmax rules were made for dot products; similarities from 0 to 1 need a low temperature.</summary>
    private const double CosineTemperature = 0.02;

    private readonly Option<string?> _extract = OptionFactory.OptionalChoice(
        "--extract",
        $"How links are chosen by similarity ({LinkExtractors.All[0].Name} if absent)",
        LinkExtractors.All.Select(entry => entry.Name));

    private readonly Option<double?> _temperature = OptionFactory.OptionalNumber(
        "--temperature", "What softmax and entmax divide similarities by (default 0.02)", 0, double.MaxValue);

    private readonly Option<double?> _distortion = OptionFactory.OptionalNumber(
        "--distortion", "How much similarity far from the diagonal costs (none if absent)", 0, 1);

    private readonly Option<double?> _nullThreshold = OptionFactory.OptionalNumber(
        "--null-threshold", "Keep this share of the links, those whose words are least evenly similar to all", 0, 1);

    private readonly Option<double?> _threshold;

    /// <summary>Adds the options to <paramref name="command"/>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="threshold">What a link must pass; not added.</param>
    public ExtractionBundle(Command command, Option<double?> threshold)
    {
        _threshold = threshold;
        foreach (Option option in Options)
        {
            command.Add(option);
        }
    }

    /// <summary>The options of the bundle.</summary>
    public IEnumerable<Option> Options => [_extract, _temperature, _distortion, _nullThreshold];

    /// <summary>Makes sure, before any work, that the extractor can have the settings that are given.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    public void Check(ParseResult parsed) => CreateExtractor(parsed);

    /// <summary>The aligner that the command line asks for.</summary>
    /// <param name="run">The command line, threads.</param>
    /// <param name="embedder">Where vectors come from.</param>
    /// <param name="batches">The whole bitext, for a bound on entropies.</param>
    public SimilarityAligner CreateAligner(
        AlignRun run, IPairEmbedder embedder, IReadOnlyList<IReadOnlyList<TokenizedPair>> batches)
    {
        SimilarityOptions options = new()
        {
            Level = SimilarityLevel.Word,
            Distortion = run.Parsed.GetValue(_distortion) ?? 0,
        };
        SimilarityAligner aligner = new([embedder], CreateExtractor(run.Parsed), options, run.Settings.Threads);
        return run.Parsed.GetValue(_nullThreshold) is { } quantile
            ? aligner.WithNullThreshold(batches, quantile, run.Context.Cancellation)
            : aligner;
    }

    private ILinkExtractor CreateExtractor(ParseResult parsed)
    {
        LinkExtractorEntry entry = LinkExtractors.Get(parsed.GetValue(_extract) ?? LinkExtractors.All[0].Name);
        try
        {
            return entry.Create(new ExtractionSettings
            {
                Threshold = parsed.GetValue(_threshold),
                Temperature = parsed.GetValue(_temperature) ?? (entry.HasTemperature ? CosineTemperature : null),
            });
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
