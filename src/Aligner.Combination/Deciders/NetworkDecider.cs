using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Takes the links that a network finds probable by their features.</summary>
internal sealed class NetworkDecider : ILinkDecider
{
    private readonly LinkNetwork _network;
    private readonly LinkFeatures _features;
    private readonly float _threshold;

    /// <param name="options">The network and its threshold.</param>
    /// <param name="experts">The experts of the evidence.</param>
    /// <exception cref="ArgumentException">The network is broken, or was fitted to other features.</exception>
    public NetworkDecider(NetworkOptions options, IReadOnlyList<Expert> experts)
    {
        _network = options.Network ?? LinkNetworkFormat.Shipped;
        _network.Validate();
        _features = new LinkFeatures(experts);
        if (!_network.Fits(_features))
        {
            throw new ArgumentException("the network was fitted to other features", nameof(options));
        }

        _threshold = (float)(options.Threshold ?? LinkThreshold.Even);
    }

    public ScoredAlignment Decide(PairEvidence pair) => ProbableLinks.Take(Weigh(pair), _threshold);

    /// <summary>All links that are possible, and how probable the network finds them; some are certain.</summary>
    private ScoredAlignment Weigh(PairEvidence pair)
    {
        ScoredLink[] links = LinkScorer.Score(_network, PossibleLinks.Of(pair, _features));
        for (int k = 0; k < links.Length; k++)
        {
            if (pair.Certain.Contains(links[k].Link))
            {
                links[k] = links[k] with { Probability = 1 };
            }
        }

        return pair.Score(links) with
        {
            Nulls = NullProbabilities.Of(links, pair.SourceLength, pair.TargetLength),
        };
    }
}
