using Aligner.Combination.Evidence;

namespace Aligner.Statistical.Experts;

/// <summary>The experts of a statistical model.</summary>
public static class StatisticalExperts
{
    /// <summary>The experts of a network, in the order in which they judge.</summary>
    public static IReadOnlyList<Expert> All =>
        [Forward, Reverse, SampledForward, SampledReverse, Inflection, Encoder];

    internal static Expert Forward { get; } = new("forward", ExpertKind.Forward);

    internal static Expert Reverse { get; } = new("reverse", ExpertKind.Reverse);

    internal static Expert SampledForward { get; } = new("sampled forward", ExpertKind.Forward);

    internal static Expert SampledReverse { get; } = new("sampled reverse", ExpertKind.Reverse);

    internal static Expert BestForward { get; } = new("best forward", ExpertKind.BestForward);

    internal static Expert BestReverse { get; } = new("best reverse", ExpertKind.BestReverse);

    internal static Expert Inflection { get; } = new("inflection", ExpertKind.Addition);

    internal static Expert Encoder { get; } = new("encoder", ExpertKind.Joint);
}
