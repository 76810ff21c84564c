namespace Aligner.Applications.Phrases;

/// <summary>Where the source phrase of the neighboring target phrase lies.</summary>
public enum Orientation
{
    /// <summary>Next to it, in the same order.</summary>
    Monotone,

    /// <summary>Next to it, in the reverse order.</summary>
    Swap,

    /// <summary>Elsewhere.</summary>
    Discontinuous,
}
