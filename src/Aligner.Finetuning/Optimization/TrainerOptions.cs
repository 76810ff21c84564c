namespace Aligner.Finetuning.Optimization;

/// <summary>How weights are changed.</summary>
public sealed record TrainerOptions
{
    /// <summary>The learning rates.</summary>
    public required LearningRateSchedule Schedule { get; init; }

    /// <summary>Numbers of the optimizer.</summary>
    public AdamWOptions AdamW { get; init; } = new();

    /// <summary>Gradients with a larger norm are scaled down to it; 1 by default, infinite for no limit.</summary>
    public double MaxGradientNorm { get; init; } = 1;

    /// <summary>Threads to share the work; 0, the default, takes one for each core.</summary>
    public int Threads { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        Schedule.Validate();
        AdamW.Validate();
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        if (!(MaxGradientNorm > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(MaxGradientNorm), MaxGradientNorm, "must be above 0");
        }
    }
}
