namespace Aligner.Core.Evaluation;

/// <summary>How an evaluation is done.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// Resamples of the bootstrap and trials of the randomization test; 1000 by default. 0 leaves out intervals and
    /// comparisons.
    /// </summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Seed of the resampling; 1 by default.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Index of the hypothesis that the others are compared with; the first by default.</summary>
    public int Baseline { get; init; }

    /// <summary>
    /// Whether possible links of the gold count as not wrong (the default) or as if they were not there.
    /// </summary>
    public bool CountPossible { get; init; } = true;

    /// <summary>Checks the values for an evaluation of <paramref name="hypotheses"/> systems.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate(int hypotheses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Resamples);
        ArgumentOutOfRangeException.ThrowIfNegative(Baseline);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Baseline, hypotheses);
    }
}
