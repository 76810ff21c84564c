using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Networks;

/// <summary>The probabilities of the possible links of a pair by a network and those that it is stacked on.</summary>
public static class LinkScorer
{
    /// <summary>The possible links and their probabilities, in their order.</summary>
    public static ScoredLink[] Score(LinkNetwork network, PossibleLinks pair)
    {
        LinkTable? below = Below(network.Base, pair);
        Span<float> seen = stackalloc float[network.Features.Count], hidden = stackalloc float[network.Units];
        ScoredLink[] scored = new ScoredLink[pair.Links.Count];
        for (int k = 0; k < scored.Length; k++)
        {
            pair.Fill(k, below, seen);
            Link link = pair.Links[k];
            float words = network.WordLogOdds(pair.SourceWords[link.Source], pair.TargetWords[link.Target]);
            scored[k] = new ScoredLink(link, network.Probability(seen, hidden, words));
        }

        return scored;
    }

    /// <summary>What a network says of the possible links, for one that is stacked on it.</summary>
    /// <param name="below">The network; null for none.</param>
    /// <param name="pair">The possible links.</param>
    internal static LinkTable? Below(LinkNetwork? below, PossibleLinks pair)
    {
        if (below is null)
        {
            return null;
        }

        LinkTable table = new();
        table.Reset(pair.SourceLength, pair.TargetLength);
        table.Set(Score(below, pair));
        return table;
    }
}
