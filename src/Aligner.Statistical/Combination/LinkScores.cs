using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>How probable a network, and those that it stands on, find the possible links of a pair.</summary>
internal sealed class LinkScores
{
    private static readonly int Own = LinkFeatures.Names.Count, Width = LinkNetwork.FeatureNames(hasBase: true).Count;

    private readonly StackedFeatures _stacked = new();
    private readonly StemFeatures _stems = new();
    private float[] _features = [];
    private float[] _probabilities = [];

    /// <summary>The probability of each link.</summary>
    /// <param name="network">The network.</param>
    /// <param name="evidence">What is known of the pair.</param>
    /// <param name="features">Ready for it.</param>
    /// <param name="links">Its possible links.</param>
    /// <param name="text">What the lowest network says of the text; null if that is not known.</param>
    public ReadOnlySpan<float> Of(
        LinkNetwork network,
        PairEvidence evidence,
        LinkFeatures features,
        IReadOnlyList<Link> links,
        StemLinkTable? text = null)
    {
        Grow(links.Count);
        for (int k = 0; k < links.Count; k++)
        {
            features.Fill(evidence, links[k], Row(k)[..Own]);
        }

        Score(network, links, evidence.Stems, text);
        return _probabilities.AsSpan(0, links.Count);
    }

    /// <summary>The probability of each link of a pair by the lowest of networks.</summary>
    public ReadOnlySpan<float> Lowest(LinkNetwork network, PairExamples pair)
    {
        Load(pair);
        Score(network.Lowest, pair.Links, pair.Stems, text: null);
        return _probabilities.AsSpan(0, pair.Links.Count);
    }

    /// <summary>What a network sees that stands on another one: a row of features for each link of a pair.</summary>
    /// <param name="below">The other network.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="text">What the lowest network says of its text; null if that is not known.</param>
    public ReadOnlySpan<float> FeaturesAbove(LinkNetwork below, PairExamples pair, StemLinkTable? text = null)
    {
        Load(pair);
        Score(below, pair.Links, pair.Stems, text);
        Stack(below, pair.Links, pair.Stems, text);
        return _features.AsSpan(0, pair.Links.Count * Width);
    }

    private void Load(PairExamples pair)
    {
        Grow(pair.Links.Count);
        for (int k = 0; k < pair.Links.Count; k++)
        {
            pair.Features.AsSpan(k * Own, Own).CopyTo(Row(k));
        }
    }

    private void Score(LinkNetwork network, IReadOnlyList<Link> links, StemmedPair stems, StemLinkTable? text)
    {
        if (network.Base is { } below)
        {
            Score(below, links, stems, text);
            Stack(below, links, stems, text);
        }

        Span<float> hidden = stackalloc float[network.Units];
        for (int k = 0; k < links.Count; k++)
        {
            _probabilities[k] = network.Probability(Row(k)[..network.Features], hidden);
        }
    }

    /// <summary>Turns the probabilities of a network into features of the one above.</summary>
    private void Stack(LinkNetwork below, IReadOnlyList<Link> links, StemmedPair stems, StemLinkTable? text)
    {
        _stacked.Begin(links, _probabilities, stems.Source.Length, stems.Target.Length);
        if (below.Base is null)
        {
            _stems.Begin(links, _probabilities, stems, text);
        }

        for (int k = 0; k < links.Count; k++)
        {
            _stacked.Fill(links[k], Row(k).Slice(Own, StackedFeatures.Names.Count));
            _stems.Fill(links[k], Row(k)[^StemFeatures.Names.Count..]);
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
