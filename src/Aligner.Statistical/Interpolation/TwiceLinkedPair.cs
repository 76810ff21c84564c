using Aligner.Core.Alignments;

namespace Aligner.Statistical.Interpolation;

/// <summary>A pair with the links of two aligners.</summary>
/// <param name="Source">Numbers of the source words.</param>
/// <param name="Target">Numbers of the target words.</param>
/// <param name="Own">Links of an aligner that was trained on pairs of this text.</param>
/// <param name="Prior">Links of one that knew its words before.</param>
internal sealed record TwiceLinkedPair(
    int[] Source, int[] Target, IReadOnlyList<ScoredLink> Own, IReadOnlyList<ScoredLink> Prior);
