using Aligner.Similarity.Extraction.ArgMax;
using Aligner.Similarity.Extraction.Directional;
using Aligner.Similarity.Extraction.Entmax;
using Aligner.Similarity.Extraction.IterMax;
using Aligner.Similarity.Extraction.Match;
using Aligner.Similarity.Extraction.OptimalTransport;
using Aligner.Similarity.Extraction.Posterior;
using Aligner.Similarity.Extraction.Softmax;

namespace Aligner.Similarity.Extraction;

/// <summary>All extractors. Adding one is a folder and an entry here.</summary>
public static class LinkExtractors
{
    public static IReadOnlyList<LinkExtractorEntry> All { get; } =
    [
        Plain("itermax", "mutually most similar words, then again for those left over", new IterMaxExtractor(new())),
        Plain("argmax", "mutually most similar words", new ArgMaxExtractor()),
        Plain("match", "the one-to-one links of the largest total similarity", new MatchExtractor()),
        new("softmax", "probable in both directions, as awesome-align", true, true,
            settings => new SoftmaxExtractor(Apply(new SoftmaxOptions(), settings))),
        new("posterior", "probable in both directions, with a word for none, as trained encoders have it", true, true,
            settings => new PosteriorExtractor(Apply(new PosteriorOptions(), settings))),
        new("entmax", "not improbable in either direction, by sparse distributions", true, true,
            settings => new EntmaxExtractor(Apply(new EntmaxOptions(), settings))),
        Transport("ot", "optimal transport of all words", TransportForm.Balanced),
        Transport("partial-ot", "optimal transport of 80% of the words", TransportForm.Partial),
        Transport("unbalanced-ot", "optimal transport that may leave words out", TransportForm.Unbalanced),
        Plain("forward", "the most similar target word of every source word", new ForwardExtractor()),
        Plain("reverse", "the most similar source word of every target word", new ReverseExtractor()),
    ];

    /// <exception cref="ArgumentException">There is no extractor of that name; the message lists all.</exception>
    public static LinkExtractorEntry Get(string name) =>
        All.FirstOrDefault(entry => entry.Name == name) ?? throw new ArgumentException(
            $"unknown extractor '{name}': choose from {string.Join(", ", All.Select(entry => entry.Name))}",
            nameof(name));

    private static LinkExtractorEntry Plain(string name, string summary, ILinkExtractor extractor) =>
        new(name, summary, false, false, _ => extractor);

    private static LinkExtractorEntry Transport(string name, string summary, TransportForm form) =>
        new(name, summary, true, false, settings => new OptimalTransportExtractor(new OptimalTransportOptions
        {
            Form = form,
            Threshold = settings.Threshold ?? new OptimalTransportOptions().Threshold,
        }));

    private static SoftmaxOptions Apply(SoftmaxOptions options, ExtractionSettings settings) => options with
    {
        Threshold = settings.Threshold ?? options.Threshold,
        Temperature = settings.Temperature ?? options.Temperature,
    };

    // A threshold that users give is all that counts.
    private static PosteriorOptions Apply(PosteriorOptions options, ExtractionSettings settings) => options with
    {
        Threshold = settings.Threshold ?? options.Threshold,
        GrowThreshold = settings.Threshold ?? options.GrowThreshold,
        Temperature = settings.Temperature ?? options.Temperature,
        NullSimilarity = settings.NullSimilarity ?? options.NullSimilarity,
    };

    private static EntmaxOptions Apply(EntmaxOptions options, ExtractionSettings settings) => options with
    {
        Threshold = settings.Threshold ?? options.Threshold,
        Temperature = settings.Temperature ?? options.Temperature,
    };
}
