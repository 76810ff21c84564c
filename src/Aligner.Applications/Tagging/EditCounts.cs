using System.Numerics;

namespace Aligner.Applications.Tagging;

/// <summary>The edits that turn a translation into its reference, as links tell them. The counts add.</summary>
/// <param name="Substitutions">Words that become others.</param>
/// <param name="Deletions">Words of the translation that go.</param>
/// <param name="Insertions">Words of the reference that are missing.</param>
/// <param name="Shifts">Runs of words that move.</param>
/// <param name="ReferenceWords">The length of the reference.</param>
public readonly record struct EditCounts(
    long Substitutions, long Deletions, long Insertions, long Shifts, long ReferenceWords)
    : IAdditionOperators<EditCounts, EditCounts, EditCounts>
{
    /// <summary>All edits.</summary>
    public long Edits => Substitutions + Deletions + Insertions + Shifts;

    /// <summary>
    /// Edits by words of the reference, as the translation edit rate (Snover et al. 2006) has them; 0 where there is
    /// nothing to edit, and by one word where the reference is empty.
    /// </summary>
    public double Rate => Edits / Math.Max(1.0, ReferenceWords);

    public static EditCounts operator +(EditCounts left, EditCounts right) => new(
        left.Substitutions + right.Substitutions,
        left.Deletions + right.Deletions,
        left.Insertions + right.Insertions,
        left.Shifts + right.Shifts,
        left.ReferenceWords + right.ReferenceWords);
}
