namespace Aligner.Neural.Models;

/// <summary>What Hugging Face calls a weight.</summary>
/// <param name="Candidates">Names in order of preference.</param>
/// <param name="IsTransposed">Whether its rows are our columns, as in <c>torch.nn.Linear</c>.</param>
internal sealed record HuggingFaceName(IReadOnlyList<string> Candidates, bool IsTransposed);
