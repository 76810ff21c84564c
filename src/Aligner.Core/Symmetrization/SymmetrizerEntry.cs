namespace Aligner.Core.Symmetrization;

/// <summary>A heuristic as users choose it.</summary>
/// <param name="Name">The name on the command line, for example <c>grow-diag-final-and</c>.</param>
/// <param name="Summary">What it does, in one line.</param>
/// <param name="Symmetrizer">The heuristic.</param>
public sealed record SymmetrizerEntry(string Name, string Summary, ISymmetrizer Symmetrizer);
