namespace Aligner.Core.Evaluation;

/// <summary>What an evaluation found.</summary>
/// <param name="Sentences">Number of sentence pairs.</param>
/// <param name="Systems">One report for each hypothesis, in the order given.</param>
/// <param name="Comparisons">
/// Each other system against the baseline, by AER and then by F1; empty without resampling.
/// </param>
public sealed record EvaluationReport(
    int Sentences, IReadOnlyList<SystemReport> Systems, IReadOnlyList<PairedComparison> Comparisons);
