using Aligner.Core;

namespace Aligner.Similarity.Extraction.OptimalTransport;

/// <summary>Settings of <see cref="OptimalTransportExtractor"/>.</summary>
internal sealed record OptimalTransportOptions
{
    /// <summary>How strictly masses are kept. Default balanced.</summary>
    public TransportForm Form { get; init; }

    /// <summary>ε: weight of the entropy; costs are from 0 to 1. Default 0.1.</summary>
    public double Regularization { get; init; } = 0.1;

    /// <summary>The fraction of the mass that a partial plan moves, above 0 and up to 1. Default 0.8.</summary>
    public double MovedMass { get; init; } = 0.8;

    /// <summary>τ: weight of the KL divergence of an unbalanced plan from the masses. Default 0.5.</summary>
    public double MarginalWeight { get; init; } = 0.5;

    /// <summary>A link needs more than this share of the plan, scaled to 0…1 in each pair. Default 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>The plan is exact enough when no mass is off by more than this. Default 1e-9.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Sweeps after which the plan is taken as it is. Default 10,000.</summary>
    public int MaxIterations { get; init; } = 10_000;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public void Validate()
    {
        OptionChecks.Positive(Regularization);
        OptionChecks.Positive(MovedMass);
        OptionChecks.Fraction(MovedMass);
        OptionChecks.Positive(MarginalWeight);
        OptionChecks.Fraction(Threshold);
        OptionChecks.Positive(Tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIterations, 1);
    }
}
