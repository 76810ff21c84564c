namespace Aligner.Core.Evaluation;

/// <summary>Whether a system differs from a baseline on the same sentences.</summary>
/// <param name="System">Name of the system.</param>
/// <param name="Baseline">Name of the baseline.</param>
/// <param name="Metric">What is compared.</param>
/// <param name="Delta">The system's value minus the baseline's.</param>
/// <param name="Wins">Share of the bootstrap resamples in which the system is better than the baseline.</param>
/// <param name="BootstrapP">
/// p-value of the paired bootstrap (Koehn 2004): the share of resamples in which the better one does not win, doubled
/// because which one is better was seen first.
/// </param>
/// <param name="RandomizationP">
/// Two-sided p-value of approximate randomization (Riezler and Maxwell 2005): the share of random exchanges of the two
/// outputs that make a difference as large as the one seen.
/// </param>
/// <remarks>Both p-values count the corpus itself as one more trial, so that they are never 0.</remarks>
public sealed record PairedComparison(
    string System,
    string Baseline,
    Metric Metric,
    Estimate Delta,
    double Wins,
    double BootstrapP,
    double RandomizationP);
