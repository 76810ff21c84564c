using Aligner.Finetuning.Corpora;
using Aligner.Finetuning.Objectives;
using Aligner.Finetuning.Objectives.Alignment;
using Aligner.Finetuning.Optimization;

namespace Aligner.Finetuning.Encoders;

/// <summary>How an encoder is trained.</summary>
public sealed record EncoderTrainerOptions
{
    /// <summary>How words are compared.</summary>
    public required AlignmentObjectiveOptions Alignment { get; init; }

    /// <summary>What is learned; by default links that are given.</summary>
    public ObjectiveWeights Objectives { get; init; } = new();

    /// <summary>The id of the mask, which masked language modelling needs; null if the tokenizer has none.</summary>
    public int? MaskId { get; init; }

    /// <summary>Identifies the tokenizer, such as a hash of its files; a checkpoint keeps it.</summary>
    public string Tokenizer { get; init; } = "";

    /// <summary>How batches are drawn.</summary>
    public SamplerOptions Sampler { get; init; } = new();

    /// <summary>How weights are changed.</summary>
    public required TrainerOptions Optimizer { get; init; }

    /// <summary>Batches whose gradients make one step; default 1.</summary>
    public int BatchesPerStep { get; init; } = 1;

    /// <exception cref="ArgumentException">A number makes no sense.</exception>
    public void Validate()
    {
        Objectives.Validate();
        Sampler.Validate();
        Optimizer.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchesPerStep, 1);
    }
}
