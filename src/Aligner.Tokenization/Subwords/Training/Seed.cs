namespace Aligner.Tokenization.Subwords.Training;

/// <summary>A substring to start from.</summary>
/// <param name="Start">Where it occurs.</param>
/// <param name="Length">Its length.</param>
/// <param name="Weight">How often it occurs.</param>
internal readonly record struct Seed(int Start, int Length, double Weight)
{
    /// <summary>How much of the text it covers.</summary>
    public double Score => Length * Weight;
}
