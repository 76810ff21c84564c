using Aligner.Core;
using Aligner.Statistical.Hmm;

namespace Aligner.Statistical.Bayesian;

/// <summary>The priors and the schedule of the Bayesian HMM with fertility.</summary>
public sealed record BayesOptions
{
    private const int MaxSamplers = 8;

    /// <summary>The HMM that the chains start from, and that gets their lexicon.</summary>
    public HmmOptions Hmm { get; init; } = new();

    /// <summary>
    /// Independent samplers of each direction, whose marginals are averaged. Default: null, which takes fewer the
    /// larger the text.
    /// </summary>
    public int? Samplers { get; init; }

    /// <summary>Sweeps over the text before decoding. Default: null, which takes fewer the larger the text.</summary>
    public int? Sweeps { get; init; }

    /// <summary>Sweeps over each single pair whose conditionals are averaged into its posteriors. Default: 2.</summary>
    public int DecodingSweeps { get; init; } = 2;

    /// <summary>p0: the prior probability that a target word has no source word. Default: 0.1.</summary>
    public double NullProbability { get; init; } = 0.1;

    /// <summary>Dirichlet parameter of the words of NULL. Default: 0.001.</summary>
    public double NullConcentration { get; init; } = 0.001;

    /// <summary>Dirichlet parameter α of the translations of a word class. Default: 0.001.</summary>
    public double ClassConcentration { get; init; } = 0.001;

    /// <summary>γ: weight, in links, of the translations of its class for a word. Default: 3.</summary>
    public double BackoffStrength { get; init; } = 3;

    /// <summary>How many first characters of a word name its class. Default: 4.</summary>
    public int StemLength { get; init; } = 4;

    /// <summary>Dirichlet parameter of the jumps. Default: 0.5.</summary>
    public double JumpConcentration { get; init; } = 0.5;

    /// <summary>Share of the uniform distribution in the jumps. Default: 0.05.</summary>
    public double UniformJump { get; init; } = 0.05;

    /// <summary>Dirichlet parameter of the fertilities of a word. Default: 0.5.</summary>
    public double FertilityConcentration { get; init; } = 0.5;

    /// <summary>Weight, in tokens, of the fertilities of all words for each word. Default: 1.</summary>
    public double SharedFertility { get; init; } = 1;

    /// <summary>The seed of all random numbers. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Hmm.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(Samplers ?? 1, 1, nameof(Samplers));
        ArgumentOutOfRangeException.ThrowIfNegative(Sweeps ?? 0, nameof(Sweeps));
        ArgumentOutOfRangeException.ThrowIfLessThan(DecodingSweeps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(StemLength, 1);
        OptionChecks.Probability(NullProbability);
        OptionChecks.Probability(UniformJump);
        OptionChecks.Positive(NullConcentration);
        OptionChecks.Positive(ClassConcentration);
        OptionChecks.Positive(BackoffStrength);
        OptionChecks.Positive(JumpConcentration);
        OptionChecks.Positive(FertilityConcentration);
        OptionChecks.AtLeastZero(SharedFertility);
    }

    /// <summary>
    /// The samplers for a text of so many pairs: <see cref="Samplers"/>, or 20,000/pairs within 2 and 8.
    /// </summary>
    public int SamplersFor(int pairs) => Samplers ?? Math.Clamp(20_000 / Math.Max(1, pairs), 2, MaxSamplers);

    /// <summary>
    /// The sweeps over a text of so many pairs: <see cref="Sweeps"/>, or 1000/√pairs within 2 and 15.
    /// </summary>
    public int SweepsFor(int pairs) => Sweeps ?? (int)Math.Clamp(1000 / Math.Sqrt(Math.Max(1, pairs)), 2, 15);
}
