using Aligner.Training.Optimization;

namespace Aligner.Training.Encoders;

/// <summary>What a step of training did.</summary>
/// <param name="Step">What the optimizer says.</param>
/// <param name="Loss">The mean loss of its batches, in nats a word.</param>
/// <param name="Pairs">Sentence pairs of its batches.</param>
public readonly record struct EncoderStep(StepReport Step, float Loss, int Pairs);
