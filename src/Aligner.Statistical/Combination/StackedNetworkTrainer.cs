namespace Aligner.Statistical.Combination;

/// <summary>Fits networks that stand on each other, one after another.</summary>
/// <remarks>
/// Cohen and Carvalho (2005) let a network learn from what those below say of text that they have not seen; here it is
/// text that they have seen, as they are small beside it.
/// </remarks>
internal static class StackedNetworkTrainer
{
    /// <summary>The network on top; the same for the same pairs and options.</summary>
    /// <param name="pairs">What to learn from.</param>
    /// <param name="options">How each network is fitted.</param>
    /// <param name="depth">The number of networks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is less than 1.</exception>
    public static LinkNetwork Fit(IReadOnlyList<PairExamples> pairs, LinkNetworkOptions options, int depth)
    {
        LinkNetwork? network = null;
        for (int k = 0; k < depth; k++)
        {
            network = LinkNetworkTrainer.Fit(Examples(pairs, network), options) with { Base = network };
        }

        return network ?? throw new ArgumentOutOfRangeException(nameof(depth), depth, "there is no network");
    }

    private static LinkExamples Examples(IReadOnlyList<PairExamples> pairs, LinkNetwork? below)
    {
        int width = LinkNetwork.FeatureNames(below is not null).Count;
        LinkExamples examples = new(width);
        LinkScores scores = new();
        foreach (PairExamples pair in pairs)
        {
            ReadOnlySpan<float> features = below is null ? pair.Features : scores.FeaturesAbove(below, pair);
            for (int k = 0; k < pair.Links.Count; k++)
            {
                examples.Add(features.Slice(k * width, width), pair.Targets[k], pair.Weight);
            }
        }

        return examples;
    }
}
