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
    private readonly float[] _scores;

    public PairDecoder(PairSimilarity similarity, ILinkExtractor extractor, SimilarityOptions options)
    {
        _similarity = similarity;
        _options = options;
        if (options.Distortion > 0)
        {
            SimilarityKernel.Distort(
                similarity.Values, similarity.Source.Places, similarity.Target.Places, (float)options.Distortion);
        }

        _scores = new float[similarity.Values.Length];
        _links = extractor.Extract(
            similarity.Values, similarity.Source.Words.Length, similarity.Target.Words.Length, _scores);
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

        return ScoredAlignment.OfLinks(words, _similarity.Source.WordCount, _similarity.Target.WordCount) with
        {
            Nulls = Nulls(certain),
        };
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

    /// <summary>1 − the best score of each word, linked or not.</summary>
    private NullProbabilities Nulls(IReadOnlyList<Link> certain)
    {
        float[] source = new float[_similarity.Source.WordCount], target = new float[_similarity.Target.WordCount];
        Array.Fill(source, 1);
        Array.Fill(target, 1);
        int columns = _similarity.Target.Words.Length;
        for (int k = 0; k < _scores.Length; k++)
        {
            (int i, int j) = (_similarity.Source.Words[k / columns], _similarity.Target.Words[k % columns]);
            float missing = _scores[k] > 0 ? 1 - _scores[k] : 1; // an infinite similarity gives a score that is NaN
            source[i] = Math.Min(source[i], missing);
            target[j] = Math.Min(target[j], missing);
        }

        foreach ((int i, int j) in certain)
        {
            (source[i], target[j]) = (0, 0);
        }

        return new NullProbabilities(source, target);
    }

    private ScoredLink[] WithinEntropy()
    {
        float[] entropies = LinkEntropies();
        return [.. _links.Where((_, k) => entropies[k] <= _options.MaxEntropy)];
    }
}
