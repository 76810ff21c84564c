namespace Aligner.Core.Symmetrization;

/// <summary>One stage of a heuristic that extends the intersection.</summary>
internal interface ISymmetrizationStep
{
    /// <summary>Adds candidates to <paramref name="partial"/>.</summary>
    void Apply(PartialAlignment partial);
}
