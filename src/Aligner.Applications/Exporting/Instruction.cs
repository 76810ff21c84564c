namespace Aligner.Applications.Exporting;

/// <summary>A question about a pair and its answer.</summary>
/// <param name="Line">1-based number of the pair.</param>
/// <param name="Task">The kind of question.</param>
/// <param name="Prompt">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record Instruction(long Line, InstructionTask Task, string Prompt, string Answer);
