namespace Aligner.Finetuning.Gradients;

/// <summary>Where the gradient of a parameter is found: it is the sum of all parts.</summary>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Dense">The output of the parameter's shape; null if there are only rows.</param>
/// <param name="Rows">Parts that touch only rows of the parameter, one for each place that looks rows up.</param>
internal sealed record ParameterGradient(string Parameter, string? Dense, IReadOnlyList<RowGradient> Rows);
