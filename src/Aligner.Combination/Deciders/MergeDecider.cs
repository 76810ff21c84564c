using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>
/// Links every cell whose merged posterior passes a threshold (minimum Bayes risk), every addition that does, and cells
/// that these draw in.
/// </summary>
/// <param name="options">How.</param>
internal sealed class MergeDecider(MergeOptions options) : ILinkDecider
{
    private readonly float _threshold = (float)options.Threshold;
    private readonly float _growThreshold =
        options.Merge == PosteriorMerge.Mean ? (float)options.GrowThreshold : float.PositiveInfinity;

    public ScoredAlignment Decide(PairEvidence pair)
    {
        LinkTable merged = PosteriorMergeKernel.Merge(options.Merge, pair);
        List<ScoredLink> links = [];
        for (int i = 0; i < pair.SourceLength; i++)
        {
            for (int j = 0; j < pair.TargetLength; j++)
            {
                if (Probability(pair, merged, merged.Cell(i, j)) is { } probability)
                {
                    links.Add(new ScoredLink(new Link(i, j), Math.Min(1, probability)));
                }
            }
        }

        return pair.Score(links) with { Nulls = merged.Nulls().With(Additions(pair)) };
    }

    private static IEnumerable<ScoredLink> Additions(PairEvidence pair) => Enumerable.Range(0, pair.Experts.Count)
        .Where(expert => pair.Experts[expert].Kind == ExpertKind.Addition && pair.HasJudged(expert))
        .SelectMany(expert => pair[expert].Above(0));

    /// <summary>How probable a link is; null if it is not one.</summary>
    private float? Probability(PairEvidence pair, LinkTable merged, int cell)
    {
        ReadOnlySpan<float> cells = merged.Cells;
        if (cells[cell] > _threshold)
        {
            return cells[cell];
        }

        for (int k = 0; k < pair.Experts.Count; k++)
        {
            if (pair.Experts[k].Kind == ExpertKind.Addition && pair[k].Cells[cell] > _threshold)
            {
                return pair[k].Cells[cell];
            }
        }

        return GrowthKernel.IsDrawnIn(cells, merged.Stride, cell, _threshold, _growThreshold) ? cells[cell] : null;
    }
}
