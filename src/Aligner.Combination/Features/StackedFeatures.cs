using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Features;

/// <summary>
/// The features of a stacked network in addition to <see cref="LinkFeatures"/>: the probabilities of the network below
/// for the link, for adjacent links and for the other links of its words. After Cohen and Carvalho (2005), "Stacked
/// sequential learning", with a window of one word each way.
/// </summary>
internal static class StackedFeatures
{
    /// <summary>The names of the features, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "base log-odds", "base",
        "base before, source", "base after, source", "base before, target", "base after, target",
        "base before both", "base after both", "base before source, after target", "base after source, before target",
        "base of others of source, sum", "base of others of source, best",
        "base of others of target, sum", "base of others of target, best",
    ];

    /// <summary>Computes the features of a link.</summary>
    /// <param name="below">The network below's probability of each possible link of the pair.</param>
    /// <param name="link">A link.</param>
    /// <param name="features">Gets them, in the order of <see cref="Names"/>.</param>
    public static void Fill(LinkTable below, Link link, Span<float> features)
    {
        int cell = below.Cell(link.Source, link.Target);
        FeatureWriter next = new(features);
        next.Add(TableFeatures.LogOdds(below.Cells[cell]));
        next.Add(below.Cells[cell]);
        TableFeatures.AddAdjacent(below, cell, ref next);
        TableFeatures.AddOthers(below, link, cell, ref next);
    }
}
