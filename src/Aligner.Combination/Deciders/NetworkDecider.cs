using Aligner.Combination.Evidence;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Deciders;

/// <summary>Takes the links that a network finds probable by their features.</summary>
internal sealed class NetworkDecider : ILinkDecider
{
    private readonly LinkScorer _scorer;
    private readonly float? _threshold;

    /// <param name="options">The network and its threshold.</param>
    /// <param name="experts">The experts of the evidence.</param>
    /// <exception cref="ArgumentException">The network is broken, or was fitted to other features.</exception>
    public NetworkDecider(NetworkOptions options, IReadOnlyList<Expert> experts)
    {
        LinkNetwork network = options.Network ?? LinkNetworkFormat.Shipped;
        network.Validate();
        LinkFeatures features = new(experts);
        _scorer = network.Fits(features)
            ? new LinkScorer(network, features)
            : throw new ArgumentException("the network was fitted to other features", nameof(options));
        _threshold = (float?)options.Threshold;
    }

    /// <summary>Larger texts are best decided at ½ (see docs/methods.md, "Threshold").</summary>
    public int LargestText => _threshold is null ? 9_999 : 0;

    public ScoredAlignment Decide(PairEvidence pair) => Take(Weigh(pair), _threshold ?? ExpectedF1.Even);

    /// <summary>
    /// Without a threshold of its own, the network takes the links with the greatest expected F1 over the text.
    /// </summary>
    public IReadOnlyList<ScoredAlignment> DecideText(IEvidenceSource text)
    {
        ScoredAlignment[] possible = text.Judge(Weigh, ScoredAlignment.Empty);
        float threshold = _threshold ?? ExpectedF1.Threshold(
            [.. possible.SelectMany(pair => pair.Links, (_, link) => link.Probability)]);
        return [.. possible.Select(pair => Take(pair, threshold))];
    }

    /// <summary>All links that are possible, and how probable the network finds them.</summary>
    private ScoredAlignment Weigh(PairEvidence pair) => new(_scorer.Score(pair), pair.LogProbability);

    private static ScoredAlignment Take(ScoredAlignment possible, float threshold) => possible with
    {
        Links = [.. possible.Links.Where(link => link.Probability > threshold)],
        ExpectedErrors = possible.Links.Sum(
            link => link.Probability > threshold ? 1 - (double)link.Probability : link.Probability),
    };
}
