namespace Aligner.Finetuning.Checkpoints;

/// <summary>What a checkpoint keeps in addition to weights and optimizer.</summary>
/// <param name="Random">The state of the random generator.</param>
/// <param name="Notes">Anything that the caller needs to go on, such as the place in the text and what it is.</param>
internal sealed record TrainingProgress(ulong Random, IReadOnlyDictionary<string, string> Notes);
