using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Networks;

/// <summary>The probabilities of the possible links of a pair by a network and those that it is stacked on.</summary>
/// <remarks>Threads can share it.</remarks>
/// <param name="network">The network.</param>
/// <param name="features">The features of the experts.</param>
internal sealed class LinkScorer(LinkNetwork network, LinkFeatures features)
{
    /// <summary>The possible links of a pair and their probabilities, in their order.</summary>
    public ScoredLink[] Score(PairEvidence pair)
    {
        List<Link> links = features.FindPossible(pair);
        int width = features.Names.Count;
        float[] own = new float[links.Count * width];
        for (int k = 0; k < links.Count; k++)
        {
            features.Fill(pair, links[k], own.AsSpan(k * width, width));
        }

        return Score(network, pair, links, own);
    }

    private static ScoredLink[] Score(LinkNetwork network, PairEvidence pair, List<Link> links, float[] own)
    {
        LinkTable? below = network.Base is null ? null : Table(Score(network.Base, pair, links, own), pair);
        Span<float> seen = stackalloc float[network.Features.Count], hidden = stackalloc float[network.Units];
        int width = links.Count == 0 ? 0 : own.Length / links.Count;
        ScoredLink[] scored = new ScoredLink[links.Count];
        for (int k = 0; k < scored.Length; k++)
        {
            own.AsSpan(k * width, width).CopyTo(seen);
            if (below is not null)
            {
                StackedFeatures.Fill(below, links[k], seen[width..]);
            }

            scored[k] = new ScoredLink(links[k], network.Probability(seen, hidden));
        }

        return scored;
    }

    private static LinkTable Table(ScoredLink[] links, PairEvidence pair)
    {
        LinkTable table = new();
        table.Reset(pair.SourceLength, pair.TargetLength);
        table.Set(links);
        return table;
    }
}
