namespace Aligner.Combination.Deciders;

/// <summary>How probable a link has to be for a network to take it, where no threshold is given.</summary>
/// <remarks>
/// The greatest expected F1 is reached at half of that F1 (Lipton, Elkan and Narayanaswamy 2014), below ½ where links
/// are uncertain, as in small texts. The ablation in docs/methods.md chose both values.
/// </remarks>
public static class LinkThreshold
{
    /// <summary>More probable than not: for large texts, and where nothing is known of the text.</summary>
    public const double Even = 0.5;

    /// <summary>For models of small texts.</summary>
    public const double Small = 0.45;

    /// <summary>Texts with at least so many pairs are large.</summary>
    public const int LeastLarge = 10_000;

    /// <summary>The threshold of a model.</summary>
    /// <param name="pairs">The number of pairs that it was trained on; 0 if it is not known.</param>
    public static double Of(long pairs) => pairs is > 0 and < LeastLarge ? Small : Even;
}
