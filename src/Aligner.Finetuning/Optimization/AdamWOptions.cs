namespace Aligner.Finetuning.Optimization;

/// <summary>Numbers of AdamW.</summary>
public sealed record AdamWOptions
{
    /// <summary>How much of the mean gradient is kept at each step; 0.9 by default.</summary>
    public float Beta1 { get; init; } = 0.9f;

    /// <summary>How much of the mean squared gradient is kept at each step; 0.999 by default.</summary>
    public float Beta2 { get; init; } = 0.999f;

    /// <summary>Added to the root of the mean squared gradient; 1e-8 by default.</summary>
    public float Epsilon { get; init; } = 1e-8f;

    /// <summary>The share of a weight, times the learning rate, that a step takes away; 0.01 by default.</summary>
    public float WeightDecay { get; init; } = 0.01f;

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        CheckShare(Beta1, nameof(Beta1));
        CheckShare(Beta2, nameof(Beta2));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Epsilon);
        ArgumentOutOfRangeException.ThrowIfNegative(WeightDecay);
    }

    private static void CheckShare(float value, string name)
    {
        if (!(value >= 0 && value < 1))
        {
            throw new ArgumentOutOfRangeException(name, value, "must be at least 0 and below 1");
        }
    }
}
