using Aligner.Core.Alignments;

namespace Aligner.Applications.Phrases;

/// <summary>
/// Tells the orientation of phrase pairs by the links of the words at their corners (Tillmann 2004; <c>wbe-msd</c> of
/// Moses). The sentence has a linked pair of words before its first words, and another after its last.
/// </summary>
public sealed class Orientations
{
    private readonly HashSet<Link> _links;

    /// <param name="links">The links.</param>
    /// <param name="sourceLength">The number of source words.</param>
    /// <param name="targetLength">The number of target words.</param>
    public Orientations(IReadOnlyList<ScoredLink> links, int sourceLength, int targetLength)
    {
        _links = [.. links.Select(scored => scored.Link)];
        _links.Add(new Link(-1, -1));
        _links.Add(new Link(sourceLength, targetLength));
    }

    /// <summary>With respect to the target word before the phrase.</summary>
    public Orientation Previous(PhrasePair pair) => Of(
        _links.Contains(new Link(pair.SourceStart - 1, pair.TargetStart - 1)),
        _links.Contains(new Link(pair.SourceEnd, pair.TargetStart - 1)));

    /// <summary>With respect to the target word after the phrase.</summary>
    public Orientation Next(PhrasePair pair) => Of(
        _links.Contains(new Link(pair.SourceEnd, pair.TargetEnd)),
        _links.Contains(new Link(pair.SourceStart - 1, pair.TargetEnd)));

    private static Orientation Of(bool continues, bool turns) =>
        continues == turns ? Orientation.Discontinuous
        : continues ? Orientation.Monotone
        : Orientation.Swap;
}
