using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>Extends the intersection in steps that look at links in source-then-target order.</summary>
internal sealed class SteppedSymmetrizer(params ISymmetrizationStep[] steps) : ISymmetrizer
{
    /// <inheritdoc />
    public Alignment Combine(Alignment forward, Alignment reverse, int sourceLength, int targetLength)
    {
        var partial = new PartialAlignment(forward, reverse);
        foreach (ISymmetrizationStep step in steps)
        {
            step.Apply(partial);
        }

        return partial.ToAlignment();
    }
}
