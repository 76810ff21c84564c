using Aligner.Core;

namespace Aligner.Statistical.Ibm2;

/// <summary>How the diagonal Model 2 is trained.</summary>
public sealed record Ibm2Options
{
    /// <summary>EM iterations. Default 5.</summary>
    public int Iterations { get; init; } = 5;

    /// <summary>p0: probability that a target word links to NULL. Default 0.08, as fast_align.</summary>
    public double NullProbability { get; init; } = 0.08;

    /// <summary>
    /// λ: how closely links follow the diagonal. Default 5, where fast_align starts at 4 and ends near 5. It is not
    /// fitted: the likelihood takes the links of a sentence for independent and so prefers 8 to 14, which is worse on
    /// every gold set tried (benchmarks/research.md).
    /// </summary>
    public double Tension { get; init; } = 5;

    /// <summary>Dirichlet prior of each lexical entry; 0 is maximum likelihood. Default 0.01, as fast_align.</summary>
    public double LexicalPrior { get; init; } = 0.01;

    /// <summary>t(f|e) of word pairs that training gives less, or never saw. Default 1e-9.</summary>
    public double LexicalFloor { get; init; } = 1e-9;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Iterations, 1);
        OptionChecks.Probability(NullProbability);
        OptionChecks.AtLeastZero(Tension);
        OptionChecks.AtLeastZero(LexicalPrior);
        OptionChecks.Probability(LexicalFloor);
    }
}
