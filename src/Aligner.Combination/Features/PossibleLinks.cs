using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Features;

/// <summary>The possible links of a pair, and the features of each by the evidence.</summary>
/// <param name="SourceWords">The n source words in lower case.</param>
/// <param name="TargetWords">The m target words in lower case.</param>
/// <param name="Links">The links, in their order.</param>
/// <param name="Width">The number of features of each, those of <see cref="LinkFeatures.Names"/>.</param>
/// <param name="Values">The features, link by link.</param>
public sealed record PossibleLinks(
    IReadOnlyList<string> SourceWords,
    IReadOnlyList<string> TargetWords,
    IReadOnlyList<Link> Links,
    int Width,
    float[] Values)
{
    /// <summary>n: the number of source words.</summary>
    public int SourceLength => SourceWords.Count;

    /// <summary>m: the number of target words.</summary>
    public int TargetLength => TargetWords.Count;

    /// <summary>The possible links of a pair.</summary>
    /// <param name="pair">What the experts say of it.</param>
    /// <param name="features">The features of the experts.</param>
    public static PossibleLinks Of(PairEvidence pair, LinkFeatures features)
    {
        List<Link> links = features.FindPossible(pair);
        int width = features.Names.Count;
        float[] values = new float[links.Count * width];
        for (int k = 0; k < links.Count; k++)
        {
            features.Fill(pair, links[k], values.AsSpan(k * width, width));
        }

        return new PossibleLinks(
            [.. pair.SourceWords.Select(word => word.Text)],
            [.. pair.TargetWords.Select(word => word.Text)],
            links,
            width,
            values);
    }

    /// <summary>Copies the features of a link, with those of a network below, if there is one.</summary>
    /// <param name="link">Which of the links.</param>
    /// <param name="below">What the network below says of each link; null if there is none.</param>
    /// <param name="features">Gets them, those of <see cref="StackedFeatures"/> last.</param>
    public void Fill(int link, LinkTable? below, Span<float> features)
    {
        Values.AsSpan(link * Width, Width).CopyTo(features);
        if (below is not null)
        {
            StackedFeatures.Fill(below, Links[link], features[Width..]);
        }
    }
}
