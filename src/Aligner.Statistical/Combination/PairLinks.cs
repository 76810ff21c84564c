using Aligner.Core.Alignments;

namespace Aligner.Statistical.Combination;

/// <summary>The stems of a pair and how probable its possible links are.</summary>
internal sealed record PairLinks(StemmedPair Stems, IReadOnlyList<ScoredLink> Links);
