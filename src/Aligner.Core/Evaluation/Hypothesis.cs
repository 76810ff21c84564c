using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>The output of one system.</summary>
/// <param name="Name">Name for reports and messages, such as the file's.</param>
/// <param name="Alignments">One for each sentence pair.</param>
public sealed record Hypothesis(string Name, IReadOnlyList<Alignment> Alignments);
