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
    public ScoredAlignment Decode()
    {
        ScoredLink[] kept = _options.MaxEntropy < 1 ? WithinEntropy() : _links;
        ScoredLink[] words = PieceWords.Links(kept, _similarity.Source.Words, _similarity.Target.Words);
        return new ScoredAlignment(words, LogScore(words));
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

    private double LogScore(ScoredLink[] links)
    {
        using Pooled<float> source = new(_similarity.Source.WordCount);
        using Pooled<float> target = new(_similarity.Target.WordCount);
        source.Span.Clear();
        target.Span.Clear();
        foreach (ScoredLink link in links)
        {
            ref float best = ref source.Span[link.Link.Source];
            best = Math.Max(best, link.Probability);
            best = ref target.Span[link.Link.Target];
            best = Math.Max(best, link.Probability);
        }

        double sum = 0;
        foreach (float best in source.Span)
        {
            sum += best;
        }

        foreach (float best in target.Span)
        {
            sum += best;
        }

        double mean = sum / (source.Span.Length + target.Span.Length);
        return mean > 0 ? Math.Clamp(Math.Log(mean), ScoredAlignment.LogZero, 0) : ScoredAlignment.LogZero;
    }
}
