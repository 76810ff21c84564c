using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>Lets another symmetrizer look at links in target-then-source order.</summary>
internal sealed class TargetMajorSymmetrizer(ISymmetrizer inner) : ISymmetrizer
{
    /// <inheritdoc />
    public Alignment Combine(Alignment forward, Alignment reverse, int sourceLength, int targetLength) =>
        inner.Combine(forward.Swap(), reverse.Swap(), targetLength, sourceLength).Swap();
}
