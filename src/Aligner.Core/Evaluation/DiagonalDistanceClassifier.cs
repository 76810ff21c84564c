using Aligner.Core.Alignments;

namespace Aligner.Core.Evaluation;

/// <summary>
/// Classes of links by their distance from the diagonal, |(i + ½) / n − (j + ½) / m| for source word i of n and target
/// word j of m (both 0-based): how far apart, as a share of the sentence, the middles of the two words stand.
/// </summary>
/// <remarks>The distance is the same seen from either side, and compared exactly, without rounding.</remarks>
internal sealed class DiagonalDistanceClassifier : ILinkClassifier
{
    private const int PercentOfWhole = 100;
    private static readonly int[] Bounds = [5, 10, 20, 40];

    /// <inheritdoc />
    public string Name => "distance from the diagonal";

    /// <inheritdoc />
    public IReadOnlyList<string> Classes { get; } = ["<5%", "5-10%", "10-20%", "20-40%", ">=40%"];

    /// <inheritdoc />
    public Func<Link, int> ForSentence(GoldAlignment gold, SentenceLengths lengths) => link =>
    {
        // Twice the sentence's size keeps the halves whole: distance = difference / (2nm).
        (Int128 n, Int128 m) = (lengths.Source, lengths.Target);
        Int128 difference = Int128.Abs((((2 * (Int128)link.Source) + 1) * m) - (((2 * (Int128)link.Target) + 1) * n));
        int reached = 0;
        while (reached < Bounds.Length && PercentOfWhole * difference >= Bounds[reached] * 2 * n * m)
        {
            reached++;
        }

        return reached;
    };
}
