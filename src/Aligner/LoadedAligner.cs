using Aligner.Core.Alignments;
using Aligner.Encoders;
using Aligner.Neural.CrossEncoders;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Matrices;
using Aligner.Statistical.Models;
using Aligner.Texts;
using Aligner.Tokenization.Normalization;

namespace Aligner;

/// <summary>An aligner made of a file or a folder.</summary>
/// <param name="Aligner">The aligner; to be disposed of if it can be.</param>
/// <param name="Model">The statistical model that it has; null for encoders.</param>
/// <param name="Encoder">What it asks about new pairs; to be disposed of. Null for none.</param>
internal sealed record LoadedAligner(
    IScoringWordAligner Aligner, StatisticalModel? Model, EncoderReader? Encoder = null)
{
    /// <summary>One thread a batch: batches run side by side.</summary>
    private static readonly SessionSettings Session = new() { Threads = 1 };

    /// <summary>Opens a statistical model, an encoder, a cross-encoder, or the encoder that ships.</summary>
    public static LoadedAligner Open(string? path, WordAlignerOptions options)
    {
        if (path is not null && !Directory.Exists(path))
        {
            StatisticalModel model = StatisticalModelFormat.Open(path);
            return Of(model, OpenReader(model, options), options);
        }

        ModelFolder folder = path is null ? Shipped() : ModelFolder.Open(path);
        WordNormalizer normalizer = new(options.Text.Normalization);
        HeadKind head = folder.Manifest.Encoder.Head;
        CrossEncoderRuleEntry? rule = CrossEncoderRules.All.FirstOrDefault(entry => entry.Rule.Head == head);
        return new LoadedAligner(
            rule is null
                ? new EncoderAligner(folder, normalizer, options.Threads)
                : new CrossEncoderAligner(
                    folder,
                    rule.Rule,
                    new CrossEncoderOptions(),
                    new EncoderOptions { Session = Session },
                    normalizer,
                    options.Threads),
            Model: null);
    }

    /// <summary>The aligner of a statistical model.</summary>
    public static LoadedAligner Of(StatisticalModel model, EncoderReader? encoder, WordAlignerOptions options) => new(
        new ModelAligner(model, encoder, model.Method.Decision, options.Threads),
        model,
        encoder);

    /// <summary>The encoder that ships, to be asked about a text; null where it cannot run.</summary>
    public static EncoderReader? OpenReader(WordAlignerOptions options) =>
        OnnxRuntimeLibrary.IsAvailable && ShippedEncoder.Open() is { } folder
            ? new EncoderReader(folder, Session, options.Text.Normalization, options.Threads)
            : null;

    /// <summary>The encoder that a saved model names; null if it names none, or where it cannot run.</summary>
    private static EncoderReader? OpenReader(StatisticalModel model, WordAlignerOptions options) =>
        OnnxRuntimeLibrary.IsAvailable && model.Encoder is { } encoder && ModelEncoders.Open(encoder) is { } folder
            ? new EncoderReader(folder, Session, model.Text.Normalization, options.Threads)
            : null;

    private static ModelFolder Shipped() => ShippedEncoder.Open()
        ?? throw new InvalidOperationException(
            "no encoder ships with this build: there is no folder models/multilingual next to the program");

    /// <summary>Links by the similarity of an encoder's hidden states, as its manifest says.</summary>
    private sealed class EncoderAligner : IScoringWordAligner, IDisposable
    {
        private readonly ContextualEmbedder _embedder;
        private readonly SimilarityAligner _aligner;

        public EncoderAligner(ModelFolder folder, WordNormalizer normalizer, int threads)
        {
            LinkSettings? links = folder.Manifest.Links;
            LinkExtractorEntry entry = LinkExtractors.Get(links?.Extract ?? LinkExtractors.All[0].Name);
            _embedder = new ContextualEmbedder(folder, new EncoderOptions { Session = Session }, normalizer);
            _aligner = new SimilarityAligner(
                [_embedder],
                entry.Create(links?.Extraction ?? new ExtractionSettings()),
                links is null
                    ? new SimilarityOptions { Level = SimilarityLevel.Subword }
                    : new SimilarityOptions
                    {
                        Level = links.Level,
                        Measure = links.Measure,
                        Distortion = links.Distortion,
                    },
                threads);
        }

        public IReadOnlyList<Alignment> Align(
            IReadOnlyList<Core.Corpora.TokenizedPair> batch, CancellationToken cancellation) =>
            _aligner.Align(batch, cancellation);

        public IReadOnlyList<ScoredAlignment> AlignWithScores(
            IReadOnlyList<Core.Corpora.TokenizedPair> batch, CancellationToken cancellation) =>
            _aligner.AlignWithScores(batch, cancellation);

        public void Dispose() => _embedder.Dispose();
    }
}
