namespace Aligner.Core.Alignments;

/// <summary>
/// A hand-made alignment in the convention of Och and Ney (2000): sure links that a good aligner must find and possible
/// links that it may find.
/// </summary>
public sealed record GoldAlignment
{
    /// <summary>Creates the gold alignment; sure links become possible ones too.</summary>
    public GoldAlignment(Alignment sure, Alignment possible)
    {
        Sure = sure;
        Possible = sure.Union(possible);
    }

    /// <summary>S: the links that every annotator would make.</summary>
    public Alignment Sure { get; }

    /// <summary>P: the links that are not wrong; includes <see cref="Sure"/>.</summary>
    public Alignment Possible { get; }

    /// <summary>The same gold alignment seen from the target side.</summary>
    public GoldAlignment Swap() => new(Sure.Swap(), Possible.Swap());
}
