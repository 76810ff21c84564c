namespace Aligner.Neural.CrossEncoders;

/// <summary>How links come from a cross-encoder; null leaves the rule's default.</summary>
public sealed record CrossEncoderOptions
{
    /// <summary>What stands before and after the marked word: what the model was trained with.</summary>
    public string? Marker { get; init; }

    /// <summary>What the mean of both directions must be above, from 0 to 1.</summary>
    public double? Threshold { get; init; }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Marker?.Length == 0)
        {
            throw new ArgumentException("the marker is empty");
        }

        if (Threshold is < 0 or >= 1)
        {
            throw new ArgumentException("the threshold is not between 0 and 1");
        }
    }
}
