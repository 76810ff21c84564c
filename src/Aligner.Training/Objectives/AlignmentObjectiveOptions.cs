namespace Aligner.Training.Objectives;

/// <summary>How words of both sides are compared while links are learned.</summary>
public sealed record AlignmentObjectiveOptions
{
    /// <summary>The layer whose hidden states are compared.</summary>
    public required int Layer { get; init; }

    /// <summary>
    /// What cosines are multiplied by at first; it is learned. Null compares by dot products as they are, as awesome-align
    /// does, and there is no null word then.
    /// </summary>
    public float? Scale { get; init; } = 20;

    /// <summary>The cosine of every word with the null word at first; it is learned.</summary>
    public float NullCosine { get; init; } = 0.4f;
}
