using Aligner.Core.Alignments;
using Aligner.Similarity.Extraction;
using Aligner.Similarity.Matrices;
using Aligner.Similarity.Numerics;

namespace Aligner.Similarity;

/// <summary>The links of one pair from its similarity matrix.</summary>
internal sealed class PairDecoder
{
    private readonly PairSimilarity _similarity;
    private readonly SimilarityOptions _options;
    private readonly ScoredLink[] _links;

    public PairDecoder(PairSimilarity similarity, ILinkExtractor extractor, SimilarityOptions options)
    {
        _similarity = similarity;
        _options = options;
        if (options.Distortion > 0)
        {
            SimilarityKernel.Distort(
                similarity.Values, similarity.Source.Places, similarity.Target.Places, (float)options.Distortion);
        }

        _links = extractor.Extract(
            similarity.Values, similarity.Source.Words.Length, similarity.Target.Words.Length);
    }

    /// <summary>The links that pass the entropy bound, as links of words.</summary>
    /// <param name="certain">The only links of their words, whatever the similarities say.</param>
    public ScoredAlignment Decode(IReadOnlyList<Link> certain)
    {
        ScoredLink[] kept = _options.MaxEntropy < 1 ? WithinEntropy() : _links;
        ScoredLink[] words = PieceWords.Links(kept, _similarity.Source.Words, _similarity.Target.Words);
        if (certain.Count > 0)
        {
            HashSet<int> sources = [.. certain.Select(link => link.Source)];
            HashSet<int> targets = [.. certain.Select(link => link.Target)];
            words =
            [
                .. words.Where(scored => !sources.Contains(scored.Link.Source) && !targets.Contains(scored.Link.Target))
                    .Concat(certain.Select(link => new ScoredLink(link, 1)))
                    .OrderBy(scored => scored.Link),
            ];
        }

        return ScoredAlignment.OfLinks(words, _similarity.Source.WordCount, _similarity.Target.WordCount);
    }

    /// <summary>For each link the lower of the entropies of its row and its column.</summary>
    public float[] LinkEntropies()
    {
        using Pooled<float> rows = new(_similarity.Source.Words.Length);
        using Pooled<float> columns = new(_similarity.Target.Words.Length);
        float[] entropies = new float[_links.Length];
        if (_links.Length == 0)
        {
            return entropies;
        }

        EntropyKernel.Rows(_similarity.Values, rows.Span);
        EntropyKernel.Columns(_similarity.Values, columns.Span);
        for (int k = 0; k < entropies.Length; k++)
        {
            (int source, int target) = _links[k].Link;
            entropies[k] = Math.Min(rows.Span[source], columns.Span[target]);
        }

        return entropies;
    }

    private ScoredLink[] WithinEntropy()
    {
        float[] entropies = LinkEntropies();
        return [.. _links.Where((_, k) => entropies[k] <= _options.MaxEntropy)];
    }
}
