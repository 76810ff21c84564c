namespace Aligner.Neural.Models;

/// <summary>How a model is imported.</summary>
public sealed record ImportOptions
{
    /// <summary>Keep so many layers only; all by default. A head, which needs the last one, is left out then.</summary>
    public int? Layers { get; init; }

    /// <summary>Replace an existing model folder; false by default.</summary>
    public bool Overwrite { get; init; }
}
