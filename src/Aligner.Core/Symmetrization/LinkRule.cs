using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>Whether <paramref name="link"/>, not yet in <paramref name="partial"/>, may be added to it.</summary>
/// <remarks>
/// A rule may start to hold only when a neighbor of the link is added; what it has once refused for another reason it
/// refuses ever after. That lets <see cref="SweepStep"/> and <see cref="SpreadStep"/> look at few links again.
/// </remarks>
internal delegate bool LinkRule(PartialAlignment partial, Link link);
