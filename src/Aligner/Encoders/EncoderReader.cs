using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Neural.Embeddings;
using Aligner.Neural.Encoders;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;
using Aligner.Similarity;
using Aligner.Similarity.Extraction;
using Aligner.Statistical.Models;
using Aligner.Tokenization.Normalization;

namespace Aligner.Encoders;

/// <summary>An encoder that reads pairs of a text and gives their links probabilities.</summary>
public sealed class EncoderReader : IDisposable
{
    /// <summary>Pairs that are read together.</summary>
    private const int BatchSize = 2048;

    /// <summary>Less probable links do not count.</summary>
    private const double Threshold = 0.1;

    private readonly ContextualEmbedder _embedder;
    private readonly SimilarityAligner _aligner;

    /// <param name="encoder">A model whose manifest says how links are extracted.</param>
    /// <param name="session">How it runs.</param>
    /// <param name="normalization">What is done to words before they are read.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <exception cref="ArgumentException">The manifest does not say how links are extracted.</exception>
    public EncoderReader(
        ModelFolder encoder, SessionSettings session, NormalizationOptions normalization, int threads)
    {
        LinkSettings links = encoder.Manifest.Links ?? throw new ArgumentException(
            $"{encoder.Path}: the model does not say how links are extracted, as those that finetune makes do",
            nameof(encoder));
        LexiconPath = encoder.LexiconPath;
        Reference = ModelEncoders.Name(encoder);
        ILinkExtractor extractor =
            LinkExtractors.Get(links.Extract).Create(links.Extraction with { Threshold = Threshold });
        _embedder = new ContextualEmbedder(
            encoder, new EncoderOptions { Session = session }, new WordNormalizer(normalization));
        _aligner = new SimilarityAligner(
            [_embedder],
            extractor,
            new SimilarityOptions { Level = links.Level, Measure = links.Measure, Distortion = links.Distortion },
            threads);
    }

    /// <summary>What saved models say of the encoder.</summary>
    public ModelEncoder Reference { get; }

    /// <summary>The lexicon that comes with the encoder; null if none does.</summary>
    public string? LexiconPath { get; }

    /// <summary>Sentences of which only a part was read so far, since they have very long words.</summary>
    public int CutCount => _embedder.CutCount;

    /// <summary>The links of pairs, with their probabilities.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="maxLength">Pairs with more tokens on a side are not read, and get null.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <param name="progress">Told how many pairs have been read, batch by batch.</param>
    public IReadOnlyList<ScoredLink>?[] Read(
        IReadOnlyList<TokenizedPair> pairs,
        int maxLength,
        CancellationToken cancellation,
        Action<int>? progress = null)
    {
        IReadOnlyList<ScoredLink>?[] links = new IReadOnlyList<ScoredLink>?[pairs.Count];
        foreach (int[] batch in Enumerable.Range(0, pairs.Count).Chunk(BatchSize))
        {
            progress?.Invoke(batch[0]);
            int[] read = [.. batch.Where(
                pair => Math.Max(pairs[pair].Source.Count, pairs[pair].Target.Count) <= maxLength)];
            IReadOnlyList<ScoredAlignment> alignments =
                _aligner.AlignWithScores([.. read.Select(pair => pairs[pair])], cancellation);
            foreach ((int pair, ScoredAlignment alignment) in read.Zip(alignments))
            {
                links[pair] = alignment.Links;
            }
        }

        progress?.Invoke(pairs.Count);
        return links;
    }

    /// <inheritdoc />
    public void Dispose() => _embedder.Dispose();
}
