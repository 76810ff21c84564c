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
using Aligner.Statistical.Training;
using Aligner.Tokenization;
using Aligner.Tokenization.Normalization;

namespace Aligner.Cli.Methods;

/// <summary>An encoder that reads pairs of a text and says how probable their links are.</summary>
internal sealed class EncoderReader : IDisposable
{
    /// <summary>Less probable links do not count.</summary>
    private const double Threshold = 0.1;

    private readonly ContextualEmbedder _embedder;
    private readonly SimilarityAligner _aligner;

    /// <param name="encoder">A model that says how links are extracted.</param>
    /// <param name="session">How it runs.</param>
    /// <param name="text">How lines become words.</param>
    /// <param name="maxLength">Pairs with more tokens on a side are left out.</param>
    /// <param name="context">Threads and cancellation.</param>
    public EncoderReader(
        ModelFolder encoder, SessionSettings session, TextOptions text, int maxLength, TrainingContext context)
    {
        LinkSettings links = encoder.Manifest.Links!;
        (LexiconPath, Text, MaxLength, Context) = (encoder.LexiconPath, text, maxLength, context);
        ILinkExtractor extractor =
            LinkExtractors.Get(links.Extract).Create(links.Extraction with { Threshold = Threshold });
        _embedder = new ContextualEmbedder(
            encoder, new EncoderOptions { Session = session }, new WordNormalizer(text.Normalization));
        _aligner = new SimilarityAligner(
            [_embedder],
            extractor,
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            context.Threads);
    }

    /// <summary>The lexicon that comes with the encoder; null if none does.</summary>
    public string? LexiconPath { get; }

    /// <summary>How lines become words.</summary>
    public TextOptions Text { get; }

    /// <summary>Pairs with more tokens on a side are left out.</summary>
    public int MaxLength { get; }

    /// <summary>Threads and cancellation.</summary>
    public TrainingContext Context { get; }

    /// <summary>Reads pairs, batch by batch; those that are too long get null.</summary>
    public LinkedPair?[] Read(IReadOnlyList<SentencePair> pairs)
    {
        Func<SentencePair, TokenizedPair> split = TokenizerBundle.Splitter(Text);
        LinkedPair?[] linked = new LinkedPair?[pairs.Count];
        foreach (int[] batch in Enumerable.Range(0, pairs.Count).Chunk(AlignRun.BatchSize))
        {
            (int Place, TokenizedPair Tokens)[] read = [.. batch
                .Select(place => (Place: place, Tokens: split(pairs[place])))
                .Where(pair => Math.Max(pair.Tokens.Source.Count, pair.Tokens.Target.Count) <= MaxLength)];
            IReadOnlyList<ScoredAlignment> alignments = Read([.. read.Select(pair => pair.Tokens)]);
            foreach (((int place, TokenizedPair tokens), ScoredAlignment alignment) in read.Zip(alignments))
            {
                linked[place] = new LinkedPair(pairs[place], tokens, alignment.Links);
            }
        }

        return linked;
    }

    /// <summary>Reads a batch of pairs.</summary>
    public IReadOnlyList<ScoredAlignment> Read(IReadOnlyList<TokenizedPair> batch) =>
        _aligner.AlignWithScores(batch, Context.Cancellation);

    public void Dispose() => _embedder.Dispose();
}
