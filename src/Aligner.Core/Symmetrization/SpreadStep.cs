using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>
/// Passes over the links that are there, new ones included, and adds those of their neighbors that the rule allows,
/// until a pass adds nothing.
/// </summary>
internal sealed class SpreadStep(Neighborhood neighborhood, LinkRule rule) : ISymmetrizationStep
{
    /// <inheritdoc />
    public void Apply(PartialAlignment partial)
    {
        var scan = new ScanQueue();
        for (int index = 0; index < partial.Candidates.Count; index++)
        {
            if (partial.Has(index))
            {
                scan.Request(index);
            }
        }

        // One visit to a link is enough: a neighbor that the rule refuses now it refuses in every later pass.
        while (scan.TryNext(out int index))
        {
            foreach (Link neighbor in neighborhood.Of(partial.Candidates[index]))
            {
                if (partial.IndexOf(neighbor) is >= 0 and int found && !partial.Has(found) && rule(partial, neighbor))
                {
                    partial.Add(found);
                    scan.Request(found);
                }
            }
        }
    }
}
