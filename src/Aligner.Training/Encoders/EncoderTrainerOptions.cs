using Aligner.Training.Corpora;
using Aligner.Training.Objectives;
using Aligner.Training.Optimization;

namespace Aligner.Training.Encoders;

/// <summary>How an encoder is trained.</summary>
public sealed record EncoderTrainerOptions
{
    /// <summary>How words are compared.</summary>
    public required AlignmentObjectiveOptions Objective { get; init; }

    /// <summary>How batches are drawn.</summary>
    public SamplerOptions Sampler { get; init; } = new();

    /// <summary>How weights are changed.</summary>
    public required TrainerOptions Optimizer { get; init; }

    /// <summary>Batches whose gradients make one step; default 1.</summary>
    public int BatchesPerStep { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        Sampler.Validate();
        Optimizer.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchesPerStep, 1);
    }
}
