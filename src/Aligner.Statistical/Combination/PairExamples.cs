using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>The possible links of a pair of which is known whether they are links.</summary>
/// <param name="Stems">Its stems.</param>
/// <param name="Links">The possible links.</param>
/// <param name="Features">A row for each, as <see cref="LinkFeatures"/> has them.</param>
/// <param name="Targets">For each: 1 for sure links, ½ for possible ones, 0 for others.</param>
internal sealed record PairExamples(
    StemmedPair Stems, IReadOnlyList<Link> Links, float[] Features, IReadOnlyList<float> Targets)
{
    /// <summary>How much each counts. Default 1.</summary>
    public float Weight { get; init; } = 1;
}
