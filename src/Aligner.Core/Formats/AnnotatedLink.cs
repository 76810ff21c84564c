using Aligner.Core.Alignments;

namespace Aligner.Core.Formats;

/// <summary>A link with the annotations that a file may have.</summary>
/// <param name="Link">The link, 0-based, source first.</param>
/// <param name="IsPossible">Whether it is a possible link only, not a sure one.</param>
/// <param name="Probability">From 0 to 1, or null where the file gives none.</param>
public sealed record AnnotatedLink(Link Link, bool IsPossible = false, float? Probability = null)
{
    /// <summary>A link that is given several times: sure if it is once, with the greatest probability.</summary>
    internal static AnnotatedLink Merge(IGrouping<Link, AnnotatedLink> same) => new(
        same.Key, same.All(annotated => annotated.IsPossible), same.Max(annotated => annotated.Probability));
}
