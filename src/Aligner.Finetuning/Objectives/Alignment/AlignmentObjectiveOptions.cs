namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>How words of both sides are compared while links are learned.</summary>
public sealed record AlignmentObjectiveOptions
{
    /// <summary>The layer whose hidden states are compared.</summary>
    public required int Layer { get; init; }

    /// <summary>
    /// What cosines are multiplied by at first; it is learned. Null compares by dot products as they are, as
    /// awesome-align does, and there is no null word then.
    /// </summary>
    public float? Scale { get; init; } = 20;

    /// <summary>The cosine of every word with the null word at first; it is learned.</summary>
    public float NullCosine { get; init; } = 0.4f;

    /// <summary>
    /// Penalty on cells far from the diagonal when links are extracted; the model keeps it. Default 0.
    /// Nothing is learned with it.
    /// </summary>
    public double Distortion { get; init; }

    /// <summary>
    /// Self-training takes links that are more probable than this in both directions: 0.001 without a null word, as
    /// awesome-align has it, and 0.2 with one.
    /// </summary>
    public float SelfThreshold => Scale is null ? 0.001f : 0.2f;
}
