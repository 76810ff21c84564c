namespace Aligner.Core.Symmetrization;

/// <summary>
/// Which of the known definitions the <c>grow</c> heuristics follow. They share a name and differ on some links.
/// </summary>
public enum GrowDefinition
{
    /// <summary>
    /// The published pseudo-code (Koehn et al. 2005) as Moses' symal has it: passes over the links in
    /// target-then-source order, each of which adds its neighbors where a word is free.
    /// </summary>
    Moses,

    /// <summary>
    /// fast_align's atools: passes over the candidates in source-then-target order, each of which is added if it has a
    /// neighbor and a free word.
    /// </summary>
    Atools,

    /// <summary>
    /// The alignment-scripts that many papers score with (Zenkel et al. 2019): as Moses, but in source-then-target
    /// order and only where both words are free, in all steps. So <c>grow</c> is the intersection here, and
    /// <c>grow-diag-final</c> and <c>grow-diag-final-and</c> are one.
    /// </summary>
    AlignmentScripts,
}
