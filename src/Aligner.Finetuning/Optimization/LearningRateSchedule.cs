namespace Aligner.Finetuning.Optimization;

/// <summary>The learning rate by the number of the step: a straight rise to the peak, then a fall.</summary>
public sealed record LearningRateSchedule
{
    /// <summary>The highest learning rate; 5e-4 by default.</summary>
    public float Peak { get; init; } = 5e-4f;

    /// <summary>The step that has the peak; 0, the default, is the same as 1: the first step has it.</summary>
    public long WarmUpSteps { get; init; }

    /// <summary>
    /// The last step, after which the rate is at its floor; needed for linear and cosine decay. The last step itself is
    /// still above the floor.
    /// </summary>
    public long TotalSteps { get; init; }

    /// <summary>How it falls; linear by default.</summary>
    public DecayShape Decay { get; init; } = DecayShape.Linear;

    /// <summary>The lowest rate as a share of the peak; 0 by default.</summary>
    public float Floor { get; init; }

    /// <summary>The learning rate of a step, counted from 1.</summary>
    public float At(long step)
    {
        if (step < WarmUpSteps)
        {
            return (float)((double)Peak * step / WarmUpSteps);
        }

        long first = Math.Max(1, WarmUpSteps);
        double done = Math.Clamp((double)(step - first) / Math.Max(1, TotalSteps - first + 1), 0, 1);
        double share = Decay switch
        {
            DecayShape.Linear => 1 - done,
            DecayShape.Cosine => (1 + Math.Cos(Math.PI * done)) / 2,
            DecayShape.InverseSquareRoot => Math.Sqrt(first / (double)Math.Max(1, step)),
            _ => 1,
        };
        return (float)(Peak * (Decay == DecayShape.InverseSquareRoot
            ? Math.Max(Floor, share)
            : Floor + (1 - Floor) * share));
    }

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Peak);
        ArgumentOutOfRangeException.ThrowIfNegative(WarmUpSteps);
        if (Decay is DecayShape.Linear or DecayShape.Cosine)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(TotalSteps, Math.Max(1, WarmUpSteps));
        }

        if (!(Floor >= 0 && Floor <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Floor), Floor, "must be a share of the peak");
        }
    }
}
