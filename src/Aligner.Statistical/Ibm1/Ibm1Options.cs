using Aligner.Core;

namespace Aligner.Statistical.Ibm1;

/// <summary>How Model 1 is trained.</summary>
public sealed record Ibm1Options
{
    /// <summary>EM iterations. Default 5.</summary>
    public int Iterations { get; init; } = 5;

    /// <summary>Dirichlet prior of each lexical entry; 0 is maximum likelihood. Default 0.01, as fast_align.</summary>
    public double LexicalPrior { get; init; } = 0.01;

    /// <summary>t(f|e) of word pairs that training gives less, or never saw. Default 1e-9.</summary>
    public double LexicalFloor { get; init; } = 1e-9;

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Iterations, 1);
        OptionChecks.AtLeastZero(LexicalPrior);
        OptionChecks.Probability(LexicalFloor);
    }
}
