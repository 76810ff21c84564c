using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>How probable a network, and those that it stands on, find the possible links of a pair.</summary>
internal sealed class LinkScores
{
    private static readonly int Own = LinkFeatures.Names.Count, Width = LinkNetwork.FeatureNames(hasBase: true).Count;

    private readonly StackedFeatures _stacked = new();
    private float[] _features = [];
    private float[] _probabilities = [];

    /// <summary>The probability of each link.</summary>
    /// <param name="network">The network.</param>
    /// <param name="evidence">What is known of the pair.</param>
    /// <param name="features">Ready for it.</param>
    /// <param name="links">Its possible links.</param>
    public ReadOnlySpan<float> Of(
        LinkNetwork network, PairEvidence evidence, LinkFeatures features, IReadOnlyList<Link> links)
    {
        Grow(links.Count);
        for (int k = 0; k < links.Count; k++)
        {
            features.Fill(evidence, links[k], Row(k)[..Own]);
        }

        Score(network, links, evidence.SourceLength, evidence.TargetLength);
        return _probabilities.AsSpan(0, links.Count);
    }

    /// <summary>What a network sees that stands on another one: a row of features for each link of a pair.</summary>
    public ReadOnlySpan<float> FeaturesAbove(LinkNetwork below, PairExamples pair)
    {
        Grow(pair.Links.Count);
        for (int k = 0; k < pair.Links.Count; k++)
        {
            pair.Features.AsSpan(k * Own, Own).CopyTo(Row(k));
        }

        Score(below, pair.Links, pair.SourceLength, pair.TargetLength);
        Stack(pair.Links, pair.SourceLength, pair.TargetLength);
        return _features.AsSpan(0, pair.Links.Count * Width);
    }

    private void Score(LinkNetwork network, IReadOnlyList<Link> links, int sourceLength, int targetLength)
    {
        if (network.Base is { } below)
        {
            Score(below, links, sourceLength, targetLength);
            Stack(links, sourceLength, targetLength);
        }

        Span<float> hidden = stackalloc float[network.Units];
        for (int k = 0; k < links.Count; k++)
        {
            _probabilities[k] = network.Probability(Row(k)[..network.Features], hidden);
        }
    }

    /// <summary>Turns probabilities into features of the network above.</summary>
    private void Stack(IReadOnlyList<Link> links, int sourceLength, int targetLength)
    {
        _stacked.Begin(links, _probabilities, sourceLength, targetLength);
        for (int k = 0; k < links.Count; k++)
        {
            _stacked.Fill(links[k], Row(k)[Own..]);
        }
    }

    private Span<float> Row(int link) => _features.AsSpan(link * Width, Width);

    private void Grow(int links)
    {
        if (_probabilities.Length < links)
        {
            int capacity = Math.Max(links, 2 * _probabilities.Length);
            (_features, _probabilities) = (new float[capacity * Width], new float[capacity]);
        }
    }
}
