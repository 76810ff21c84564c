using Aligner.Core;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Hmm;

/// <summary>How the agreement-trained HMM is trained.</summary>
public sealed record HmmOptions
{
    /// <summary>EM iterations of Model 1, which gives the HMM its first lexicon. Default 2.</summary>
    public int Ibm1Iterations { get; init; } = 2;

    /// <summary>EM iterations of the HMM. Default 4.</summary>
    public int Iterations { get; init; } = 4;

    /// <summary>p0: probability that a target word links to NULL. Default 0.1.</summary>
    public double NullProbability { get; init; } = 0.1;

    /// <summary>Share of the uniform distribution in each jump. Default 0.02.</summary>
    public double UniformJump { get; init; } = 0.02;

    /// <summary>Pseudo-count of each jump width. Default 0.5.</summary>
    public double JumpPrior { get; init; } = 0.5;

    /// <summary>
    /// The least t(f|e), as a share of the uniform distribution over the target vocabulary. It keeps word pairs
    /// possible on which the directions have not agreed yet. Default 0.2.
    /// </summary>
    public double LexicalFloor { get; init; } = 0.2;

    /// <summary>
    /// Additional spellings of words, each with a lexical table of its own. Default none.
    /// </summary>
    public IReadOnlyList<NormalizationOptions> Spellings { get; init; } = [];

    /// <summary>Whether rare words that are spelled alike have pseudo-counts. Default false.</summary>
    public bool Cognates { get; init; }

    /// <summary>Checks all values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Ibm1Iterations, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Iterations, 1);
        OptionChecks.Probability(NullProbability);
        OptionChecks.Probability(UniformJump);
        OptionChecks.Probability(LexicalFloor);
        OptionChecks.AtLeastZero(JumpPrior);
        foreach (NormalizationOptions spelling in Spellings)
        {
            spelling.Validate();
        }
    }
}
