using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;

namespace Aligner.Combination.Deciders;

/// <summary>
/// Lets a heuristic combine the links of both directions. A link's probability is the mean of both directions'
/// posteriors.
/// </summary>
/// <param name="options">Which heuristic, and which links.</param>
internal sealed class HeuristicDecider(HeuristicOptions options) : ILinkDecider
{
    private readonly ISymmetrizer _symmetrizer = Symmetrizers.Get(options.Heuristic, options.GrowDefinition);

    public ScoredAlignment Decide(PairEvidence pair)
    {
        Alignment links = _symmetrizer.Combine(
            Links(pair, ExpertKind.BestForward, pair.Forward),
            Links(pair, ExpertKind.BestReverse, pair.Reverse),
            pair.SourceLength,
            pair.TargetLength);
        LinkTable mean = pair.Mean;
        return pair.Score(
            [.. links.Select(link =>
                new ScoredLink(link, Math.Min(1, mean.Cells[mean.Cell(link.Source, link.Target)])))]) with
        {
            Nulls = mean.Nulls(),
        };
    }

    /// <summary>The links of a direction: those more probable than the threshold, or those of the best
    /// alignment.</summary>
    private Alignment Links(PairEvidence pair, ExpertKind best, LinkTable posteriors)
    {
        IEnumerable<ScoredLink> links = options.Threshold is { } threshold
            ? posteriors.Above((float)threshold)
            : pair[pair.IndexOf(best)].Above(0);
        return Alignment.Of(links.Select(scored => scored.Link));
    }
}
