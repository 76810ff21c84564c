using System.Collections.Immutable;
using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>The cells around a link in the alignment matrix, in the order in which a heuristic looks at them.</summary>
internal sealed class Neighborhood(params ImmutableArray<(int Source, int Target)> offsets)
{
    /// <summary>The four cells beside, above and below.</summary>
    public static Neighborhood Four { get; } = new((-1, 0), (0, -1), (1, 0), (0, 1));

    /// <summary>The four of <see cref="Four"/>, then those at the corners: the published order.</summary>
    public static Neighborhood Eight { get; } =
        new((-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1));

    /// <summary>The corners alone, in the order in which alignment-scripts meets them.</summary>
    public static Neighborhood Corners { get; } = new((-1, 1), (-1, -1), (1, -1), (1, 1));

    /// <summary>The cells around <paramref name="link"/>; some may lie outside the matrix.</summary>
    public IEnumerable<Link> Of(Link link)
    {
        foreach ((int source, int target) in offsets)
        {
            yield return new Link(link.Source + source, link.Target + target);
        }
    }
}
