using Aligner.Combination.Adaptation;
using Aligner.Combination.Networks;
using Aligner.Core.Evaluation;

namespace Aligner.Fitting;

/// <summary>Adapts a network to the guideline that gold links follow.</summary>
public static class GuidelineAdaptation
{
    /// <summary>Adapts a network to the gold links of a text, and measures what that gains on pairs left out.</summary>
    /// <param name="text">The text, at least as many of whose pairs have gold links as there are folds.</param>
    /// <param name="network">The network to start from, without words of its own.</param>
    /// <param name="options">Strengths and folds.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <exception cref="ArgumentException">
    /// An option is out of range, there are fewer pairs than folds, or the network was adapted before or fitted to
    /// other features.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AdaptedNetwork Adapt(
        LabeledText text, LinkNetwork network, AdaptationOptions options, int threads, CancellationToken cancellation)
    {
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Count, options.Folds, nameof(text));
        if (!network.Fits(NetworkFitting.Features) || network.SourceWords.Count + network.TargetWords.Count > 0)
        {
            throw new ArgumentException("the network was adapted before, or fitted to other features", nameof(network));
        }

        NetworkAdapter adapter = new(network, text.Pairs, options);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        double[][][] adaptations = new double[options.Folds][][];
        double[][] losses = new double[options.Folds][];
        Parallel.For(0, options.Folds, parallel, fold =>
        {
            ILookup<bool, int> parts =
                Enumerable.Range(0, text.Pairs.Count).ToLookup(pair => text.Indices[pair] % options.Folds == fold);
            adaptations[fold] = adapter.Fit([.. parts[false]], options.Strengths, cancellation);
            losses[fold] = [.. adaptations[fold].Select(adaptation => adapter.LogLoss(parts[true], adaptation))];
        });

        int best = Enumerable.Range(0, options.Strengths.Count).MinBy(choice => losses.Sum(loss => loss[choice]));
        LinkCounts[] after = new LinkCounts[options.Folds];
        Parallel.For(0, options.Folds, parallel, fold =>
        {
            LinkCounts[] counts = text.ScoreEach(adapter.Apply(adaptations[fold][best]));
            after[fold] = LinkCounts.Sum([.. counts.Where((_, pair) => pair % options.Folds == fold)]);
        });

        double[] whole = adapter.Fit(
            [.. Enumerable.Range(0, text.Pairs.Count)], [.. options.Strengths.Take(best + 1)], cancellation)[^1];
        return new AdaptedNetwork(
            adapter.Apply(whole), options.Strengths[best], text.Score(network), LinkCounts.Sum(after));
    }
}
