using Aligner.Core.Evaluation;

namespace Aligner.Applications.Views.Pages;

/// <summary>What a page says of an evaluation.</summary>
/// <param name="Evaluation">The scores.</param>
/// <param name="Signature">What the numbers depend on.</param>
/// <param name="Details">What else is shown of each system, in the order of the evaluation.</param>
public sealed record PageReport(
    EvaluationReport Evaluation, string Signature, IReadOnlyList<SystemDetail> Details);
