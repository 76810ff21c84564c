namespace Aligner.Statistical.Combination;

/// <summary>Fits networks that stand on each other, one after another.</summary>
/// <remarks>
/// Cohen and Carvalho (2005) let a network learn from what those below say of text that they have not seen; here it is
/// text that they have seen, as they are small beside it.
/// </remarks>
internal static class StackedNetworkTrainer
{
    /// <summary>The network on top; the same for the same texts and options.</summary>
    /// <param name="texts">What to learn from.</param>
    /// <param name="options">How each network is fitted.</param>
    /// <param name="depth">The number of networks.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is less than 1.</exception>
    public static LinkNetwork Fit(IReadOnlyList<TextExamples> texts, LinkNetworkOptions options, int depth)
    {
        LinkNetwork? network = null;
        for (int k = 0; k < depth; k++)
        {
            network = LinkNetworkTrainer.Fit(Examples(texts, network), options) with { Base = network };
        }

        return network ?? throw new ArgumentOutOfRangeException(nameof(depth), depth, "there is no network");
    }

    private static LinkExamples Examples(IReadOnlyList<TextExamples> texts, LinkNetwork? below)
    {
        LinkExamples examples = new(LinkNetwork.FeatureNames(below is not null).Count);
        LinkScores scores = new();
        foreach (TextExamples text in texts)
        {
            if (below is null)
            {
                Add(text, 1, pair => pair.Features);
            }
            else if (!StemLinkTable.Suits(text.Size))
            {
                Add(text, 1, pair => scores.FeaturesAbove(below, pair));
            }
            else
            {
                // Half as if no text were there, as where a saved model aligns other pairs.
                StemLinkTable stems = Count(text, below, scores);
                Add(text, 0.5f, pair => scores.FeaturesAbove(below, pair, stems));
                Add(text, 0.5f, pair => scores.FeaturesAbove(below, pair));
            }
        }

        return examples;

        void Add(TextExamples text, float weight, Func<PairExamples, ReadOnlySpan<float>> featuresOf)
        {
            foreach (PairExamples pair in text.Pairs)
            {
                ReadOnlySpan<float> features = featuresOf(pair);
                for (int k = 0; k < pair.Links.Count; k++)
                {
                    examples.Add(
                        features.Slice(k * examples.Width, examples.Width), pair.Targets[k], weight * pair.Weight);
                }
            }
        }
    }

    private static StemLinkTable Count(TextExamples text, LinkNetwork network, LinkScores scores) =>
        StemLinkTable.Of([.. text.Pairs.Select(
            pair => PairLinks.Of(pair.Stems, pair.Links, scores.Lowest(network, pair)))]);
}
