namespace Aligner.Combination.Deciders;

/// <summary>How the link posteriors of both directions become one probability.</summary>
public enum PosteriorMerge
{
    /// <summary>The square root of their product: both directions must agree (Liang, Taskar and Klein 2006).</summary>
    Product,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The lesser of the two.</summary>
    Min,
}
