using Aligner.Combination.Evidence;
using Aligner.Combination.Features;

namespace Aligner.Combination.Networks;

/// <summary>Fits networks that are stacked, from the lowest to the one on top.</summary>
/// <remarks>
/// Cohen and Carvalho (2005, section 2.2) fit each network to what those below say of text that these have not seen;
/// here it is text that they have seen, as they are small beside it.
/// </remarks>
public static class StackedNetworkTrainer
{
    /// <summary>The network on top; the same for the same pairs and options.</summary>
    /// <param name="features">The features of the possible links.</param>
    /// <param name="pairs">What to learn from.</param>
    /// <param name="options">How each network is fitted.</param>
    /// <param name="depth">The number of networks.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <exception cref="ArgumentOutOfRangeException">The depth is less than 1.</exception>
    /// <exception cref="ArgumentException">There is no possible link.</exception>
    /// <exception cref="OperationCanceledException">Fitting was cancelled.</exception>
    public static LinkNetwork Fit(
        LinkFeatures features,
        IReadOnlyCollection<LabeledPair> pairs,
        LinkNetworkOptions options,
        int depth,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        if (pairs.All(pair => pair.Targets.Length == 0))
        {
            throw new ArgumentException("there is no possible link", nameof(pairs));
        }

        LinkNetwork network = LinkNetworkTrainer.Fit(Examples(features, pairs, below: null), options, cancellation);
        for (int k = 1; k < depth; k++)
        {
            LinkExamples examples = Examples(features, pairs, network);
            network = LinkNetworkTrainer.Fit(examples, options, cancellation) with { Base = network };
        }

        return network;
    }

    private static LinkExamples Examples(LinkFeatures features, IEnumerable<LabeledPair> pairs, LinkNetwork? below)
    {
        LinkExamples examples =
            new(below is null ? features.Names : [.. features.Names, .. StackedFeatures.Names]);
        float[] values = new float[examples.Width];
        foreach (LabeledPair pair in pairs)
        {
            LinkTable? table = LinkScorer.Below(below, pair.Possible);
            for (int k = 0; k < pair.Targets.Length; k++)
            {
                pair.Possible.Fill(k, table, values);
                examples.Add(values, pair.Targets[k], pair.Weight);
            }
        }

        return examples;
    }
}
