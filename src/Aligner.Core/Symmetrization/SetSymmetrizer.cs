using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>Combines the directions by one operation on whole sets of links.</summary>
internal sealed class SetSymmetrizer(Func<Alignment, Alignment, Alignment> operation) : ISymmetrizer
{
    /// <inheritdoc />
    public Alignment Combine(Alignment forward, Alignment reverse, int sourceLength, int targetLength) =>
        operation(forward, reverse);
}
