using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>
/// Passes over the candidates that are still out and adds each one that the rule allows at that moment, until a pass
/// adds nothing.
/// </summary>
internal sealed class SweepStep(Neighborhood neighborhood, LinkRule rule) : ISymmetrizationStep
{
    /// <inheritdoc />
    public void Apply(PartialAlignment partial)
    {
        var scan = new ScanQueue();
        for (int index = 0; index < partial.Candidates.Count; index++)
        {
            scan.Request(index);
        }

        while (scan.TryNext(out int index))
        {
            if (partial.Has(index) || !rule(partial, partial.Candidates[index]))
            {
                continue;
            }

            // Only a new neighbor can make the rule hold for a link that it has refused.
            partial.Add(index);
            foreach (Link neighbor in neighborhood.Of(partial.Candidates[index]))
            {
                if (partial.IndexOf(neighbor) is >= 0 and int found && !partial.Has(found))
                {
                    scan.Request(found);
                }
            }
        }
    }
}
