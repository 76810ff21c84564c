namespace Aligner.Finetuning.Gradients;

/// <summary>The gradient of rows that were looked up in a table.</summary>
/// <param name="Indices">The input or output with the numbers of the rows, whole numbers of any shape.</param>
/// <param name="Rows">The output with a row for each of them; the same row may come several times.</param>
internal sealed record RowGradient(string Indices, string Rows);
