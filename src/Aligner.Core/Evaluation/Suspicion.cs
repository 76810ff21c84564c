namespace Aligner.Core.Evaluation;

/// <summary>A mistake that would explain a bad score.</summary>
/// <param name="Cause">What the input looks like.</param>
/// <param name="Aer">The error rate that it would have without the mistake.</param>
internal sealed record Suspicion(string Cause, double Aer);
