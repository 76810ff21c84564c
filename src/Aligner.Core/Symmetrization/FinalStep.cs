using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>Adds the links that the rule allows: first of the forward, then of the reverse direction.</summary>
internal sealed class FinalStep(LinkRule rule) : ISymmetrizationStep
{
    /// <inheritdoc />
    public void Apply(PartialAlignment partial)
    {
        AddFrom(partial.Forward, partial);
        AddFrom(partial.Reverse, partial);
    }

    private void AddFrom(Alignment direction, PartialAlignment partial)
    {
        foreach (Link link in direction)
        {
            int index = partial.IndexOf(link);
            if (!partial.Has(index) && rule(partial, link))
            {
                partial.Add(index);
            }
        }
    }
}
