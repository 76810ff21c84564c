namespace Aligner.Statistical.Methods;

/// <summary>What users may set for any statistical method; null leaves the method's default.</summary>
public sealed record MethodSettings
{
    /// <summary>EM iterations of the method's own model, or sweeps of a sampler.</summary>
    public int? Iterations { get; init; }

    /// <summary>p0: probability that a word links to NULL.</summary>
    public double? NullProbability { get; init; }

    /// <summary>What <c>statistical</c> trades time for; other methods have the default alone.</summary>
    public Quality Quality { get; init; } = Quality.Default;

    /// <summary>The seed of methods that draw random numbers. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;
}
