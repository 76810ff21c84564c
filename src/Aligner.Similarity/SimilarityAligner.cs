using System.Collections.Concurrent;
using Aligner.Core;
using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Similarity.Embeddings;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Matrices;
using Aligner.Tokenization.Copies;

namespace Aligner.Similarity;

/// <summary>Aligns words by how similar their vectors are.</summary>
/// <remarks>The score of a pair is that of <see cref="ScoredAlignment.OfLinks"/>.</remarks>
public sealed class SimilarityAligner : IScoringWordAligner
{
    private readonly IReadOnlyList<IPairEmbedder> _embedders;
    private readonly ILinkExtractor _extractor;
    private readonly SimilarityOptions _options;
    private readonly int _threads;

    /// <param name="embedders">
    /// Where vectors come from, at least one; of several the mean of the similarities counts (Hämmerl, Libovický and
    /// Fraser 2022), word by word.
    /// </param>
    /// <param name="extractor">How links are chosen.</param>
    /// <param name="options">How similarities are computed.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <exception cref="ArgumentException">There is no embedder, or an option is out of range.</exception>
    public SimilarityAligner(
        IReadOnlyList<IPairEmbedder> embedders, ILinkExtractor extractor, SimilarityOptions options, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfZero(embedders.Count, nameof(embedders));
        options.Validate();
        _embedders = embedders;
        _extractor = extractor;
        _options = embedders.Count > 1 ? options with { Level = SimilarityLevel.Word } : options;
        _threads = threads;
    }

    /// <inheritdoc />
    public IReadOnlyList<Alignment> Align(IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation) =>
        [.. AlignWithScores(batch, cancellation).Select(alignment => alignment.ToAlignment())];

    /// <inheritdoc />
    public IReadOnlyList<ScoredAlignment> AlignWithScores(
        IReadOnlyList<TokenizedPair> batch, CancellationToken cancellation)
    {
        ScoredAlignment[] results = new ScoredAlignment[batch.Count];
        Array.Fill(results, new ScoredAlignment([], ScoredAlignment.LogZero));
        ForEach(
            batch, (pair, decoder) => results[pair] = decoder.Decode(VerbatimCopies.Find(batch[pair])), cancellation);
        return results;
    }

    /// <summary>
    /// The same aligner with the bound that keeps the share <paramref name="quantile"/> of the links of a corpus, those
    /// of the least entropy: SimAlign's null extension (Jalili Sabet et al. 2020, 2.3).
    /// </summary>
    /// <param name="batches">The corpus, or a sample of it; aligned once.</param>
    /// <param name="quantile">Above 0 and up to 1; 0.95 in the paper.</param>
    /// <param name="cancellation">Looked at between pairs.</param>
    /// <exception cref="ArgumentException">A value is out of range, or similarities are dot products.</exception>
    public SimilarityAligner WithNullThreshold(
        IEnumerable<IReadOnlyList<TokenizedPair>> batches, double quantile, CancellationToken cancellation)
    {
        OptionChecks.Positive(quantile);
        OptionChecks.Fraction(quantile);
        ConcurrentBag<float[]> collected = [];
        foreach (IReadOnlyList<TokenizedPair> batch in batches)
        {
            ForEach(batch, (_, decoder) => collected.Add(decoder.LinkEntropies()), cancellation);
        }

        float[] entropies = [.. collected.SelectMany(values => values).Order()];
        double bound = entropies.Length == 0
            ? 1
            : entropies[Math.Max(0, (int)Math.Ceiling(quantile * entropies.Length) - 1)];
        SimilarityOptions options = _options with { MaxEntropy = Math.Min(1, bound) };
        return new SimilarityAligner(_embedders, _extractor, options, _threads);
    }

    /// <summary>Calls an action for each pair that has words on both sides, in any order and on any thread.</summary>
    private void ForEach(
        IReadOnlyList<TokenizedPair> batch, Action<int, PairDecoder> action, CancellationToken cancellation)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        if (_embedders.Count == 1)
        {
            _embedders[0].Embed(
                batch, (pair, source, target) => action(pair, Decoder(Compare(source, target))), parallel);
            return;
        }

        PairSimilarity[][] parts = new PairSimilarity[batch.Count][];
        for (int embedder = 0; embedder < _embedders.Count; embedder++)
        {
            int part = embedder;
            _embedders[embedder].Embed(
                batch,
                (pair, source, target) => (parts[pair] ??= new PairSimilarity[_embedders.Count])[part] =
                    Compare(source, target),
                parallel);
        }

        Parallel.For(0, batch.Count, parallel, pair =>
        {
            if (parts[pair] is not null)
            {
                action(pair, Decoder(PairSimilarity.Mean(parts[pair])));
            }
        });
    }

    private PairSimilarity Compare(EmbeddedSentence source, EmbeddedSentence target) =>
        PairSimilarity.Of(source, target, _options.Level, _options.Measure);

    private PairDecoder Decoder(PairSimilarity similarity) => new(similarity, _extractor, _options);
}
