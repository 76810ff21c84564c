using Aligner.Finetuning.Optimization;

namespace Aligner.Finetuning.Encoders;

/// <summary>What a step of training did.</summary>
/// <param name="Step">What the optimizer says.</param>
/// <param name="Loss">
/// The mean over its batches of the weighted sum of the losses of all objectives; it may be negative.
/// </param>
/// <param name="Pairs">Sentence pairs of its batches.</param>
public readonly record struct EncoderStep(StepReport Step, float Loss, int Pairs);
