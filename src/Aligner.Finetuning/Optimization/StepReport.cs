namespace Aligner.Finetuning.Optimization;

/// <summary>What a step did.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="GradientNorm">The norm of all gradients before they were clipped.</param>
public readonly record struct StepReport(long Step, float LearningRate, double GradientNorm);
