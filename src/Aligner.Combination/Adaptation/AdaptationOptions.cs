using Aligner.Combination.Networks;

namespace Aligner.Combination.Adaptation;

/// <summary>How a network is adapted to the guideline of some gold links.</summary>
public sealed record AdaptationOptions
{
    /// <summary>
    /// Strengths of the prior, falling. Cross-validation takes the one with the least log-loss. Default: from 1,000,
    /// with which the network hardly moves, to 1, with which it follows the gold links.
    /// </summary>
    public IReadOnlyList<double> Strengths { get; init; } = [1000, 300, 100, 30, 10, 3, 1];

    /// <summary>The number of parts of the gold links, each of which is left out once. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// The prior of a word is so many times as strong as that of a feature. Default 0.1 (benchmarks/results.md,
    /// "Adaptation").
    /// </summary>
    public double WordStrength { get; init; } = 0.1;

    /// <summary>
    /// The probability that the network puts at ½: <see cref="LinkNetworkOptions.Threshold"/> of the network that is
    /// adapted. Default 0.45.
    /// </summary>
    public double Threshold { get; init; } = new LinkNetworkOptions().Threshold;

    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public void Validate()
    {
        if (Strengths.Count == 0 || !Strengths.Append(WordStrength).All(value => value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException("there is no strength, or one is not above 0", nameof(Strengths));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(Folds, 2);
        if (!(Threshold > 0 && Threshold < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Threshold), Threshold, "the threshold is not between 0 and 1");
        }
    }
}
