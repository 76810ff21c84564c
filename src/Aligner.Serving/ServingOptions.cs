using Aligner.Applications.Projection;

namespace Aligner.Serving;

/// <summary>The limits of a service, and how it projects.</summary>
public sealed record ServingOptions
{
    /// <summary>Pairs that are taken at a time, of those that wait, and aligned by all threads. Default 64.</summary>
    public int MaxBatch { get; init; } = 64;

    /// <summary>Pairs that may wait; a request beyond is refused. Default 1,024.</summary>
    public int MaxWaiting { get; init; } = 1024;

    /// <summary>The most bytes of a request. Default 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>How long a request may take, waiting included. Default 30 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How labels go from source to target.</summary>
    public ProjectionOptions Projection { get; init; } = new();

    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive, or projection out of range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBatch);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWaiting);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxBytes);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(TimeLimit, TimeSpan.Zero);
        Projection.Validate();
    }
}
