using Aligner.Combination.Deciders;
using Aligner.Combination.Features;
using Aligner.Combination.Networks;
using Aligner.Statistical.Experts;

namespace Aligner.Fitting;

/// <summary>Fits networks that decide about links to texts with gold links.</summary>
public static class NetworkFitting
{
    /// <summary>The number of networks that are stacked.</summary>
    public const int DefaultDepth = 2;

    /// <summary>What a network sees of a possible link.</summary>
    public static LinkFeatures Features { get; } = new(StatisticalExperts.All);

    /// <summary>
    /// The decision that texts are trained with: experts are asked as for a network, whether one ships or not.
    /// </summary>
    public static NetworkOptions Decision { get; } = new()
    {
        Network = new LinkNetwork
        {
            Features = Features.Names,
            Weights = new float[Features.Names.Count],
            HiddenBiases = [0],
            Output = [0],
            Direct = new float[Features.Names.Count],
            Bias = 0,
        },
    };

    /// <summary>Fits a network to each of several choices of texts, one beside the other.</summary>
    /// <param name="choices">Texts for each network; each choice has a possible link.</param>
    /// <param name="options">How networks are fitted.</param>
    /// <param name="depth">The number of networks that are stacked.</param>
    /// <param name="threads">Degree of parallelism; never changes a result.</param>
    /// <param name="cancellation">Looked at between steps.</param>
    /// <param name="fitted">Told after each network; called by several threads. Null for nobody.</param>
    /// <returns>The network for each choice.</returns>
    /// <exception cref="ArgumentException">The depth is less than 1, or a choice has no possible link.</exception>
    /// <exception cref="OperationCanceledException">Fitting was cancelled.</exception>
    public static LinkNetwork[] Fit(
        IReadOnlyList<IReadOnlyList<LabeledText>> choices,
        LinkNetworkOptions options,
        int depth,
        int threads,
        CancellationToken cancellation,
        Action? fitted = null)
    {
        LinkNetwork[] networks = new LinkNetwork[choices.Count];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, choices.Count, parallel, k =>
        {
            LabeledPair[] pairs = [.. choices[k].SelectMany(text => text.Pairs)];
            networks[k] = StackedNetworkTrainer.Fit(Features, pairs, options, depth, cancellation);
            fitted?.Invoke();
        });
        return networks;
    }
}
