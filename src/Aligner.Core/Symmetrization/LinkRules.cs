using Aligner.Core.Alignments;

namespace Aligner.Core.Symmetrization;

/// <summary>The rules of the published heuristics.</summary>
internal static class LinkRules
{
    /// <summary>At least one of the two words has no link yet.</summary>
    public static bool AnyWordFree(PartialAlignment partial, Link link) =>
        !partial.IsSourceLinked(link.Source) || !partial.IsTargetLinked(link.Target);

    /// <summary>Neither word has a link yet.</summary>
    public static bool BothWordsFree(PartialAlignment partial, Link link) =>
        !partial.IsSourceLinked(link.Source) && !partial.IsTargetLinked(link.Target);

    /// <summary>The link has an added neighbor, and <paramref name="rule"/> holds.</summary>
    public static LinkRule Beside(Neighborhood neighborhood, LinkRule rule) =>
        (partial, link) => rule(partial, link) && neighborhood.Of(link).Any(partial.Has);

    /// <summary>
    /// The refined method of Och and Ney (2003, "A Systematic Comparison of Various Statistical Alignment Models"):
    /// neither word is linked, or the link has a horizontal or vertical neighbor and adding it leaves no link that
    /// newly has both kinds. The paper leaves the order open; ours is source-then-target, until nothing is added.
    /// </summary>
    public static bool Refined(PartialAlignment partial, Link link) =>
        BothWordsFree(partial, link) || (Neighborhood.Four.Of(link).Any(partial.Has) && KeepsOneAxis(partial, link));

    private static bool KeepsOneAxis(PartialAlignment partial, Link link) =>
        !(HasSourceNeighbor(partial, link) && HasTargetNeighbor(partial, link))
        && !SourceNeighbors(link).Any(near => partial.Has(near) && !HasSourceNeighbor(partial, near)
            && HasTargetNeighbor(partial, near))
        && !TargetNeighbors(link).Any(near => partial.Has(near) && !HasTargetNeighbor(partial, near)
            && HasSourceNeighbor(partial, near));

    private static bool HasSourceNeighbor(PartialAlignment partial, Link link) =>
        SourceNeighbors(link).Any(partial.Has);

    private static bool HasTargetNeighbor(PartialAlignment partial, Link link) =>
        TargetNeighbors(link).Any(partial.Has);

    private static Link[] SourceNeighbors(Link link) =>
        [link with { Source = link.Source - 1 }, link with { Source = link.Source + 1 }];

    private static Link[] TargetNeighbors(Link link) =>
        [link with { Target = link.Target - 1 }, link with { Target = link.Target + 1 }];
}
