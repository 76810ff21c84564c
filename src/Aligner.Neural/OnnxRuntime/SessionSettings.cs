namespace Aligner.Neural.OnnxRuntime;

/// <summary>How a session runs its model.</summary>
public sealed record SessionSettings
{
    /// <summary>Threads that share the work of a node; 0, the default, takes one for each core.</summary>
    public int Threads { get; init; }

    /// <summary>Threads for nodes that run beside each other; they do only if this is above 1, the default.</summary>
    public int ParallelNodes { get; init; } = 1;

    /// <summary>How far the graph is rewritten first; all by default.</summary>
    public GraphOptimization Optimization { get; init; } = GraphOptimization.All;

    /// <summary>In order of preference; the CPU alone by default, and after the last in any case.</summary>
    public IReadOnlyList<ExecutionProvider> Providers { get; init; } = [ExecutionProvider.Cpu];

    /// <summary>
    /// Whether products of 8-bit numbers cannot overflow on any processor, so that the fastest instructions will do;
    /// false by default.
    /// </summary>
    public bool ReducedRange { get; init; }

    /// <summary>The folder with the external weights of a model given as bytes; none by default.</summary>
    public string? ExternalDataFolder { get; init; }

    /// <summary>Where to write the rewritten graph, to look at; nowhere by default.</summary>
    public string? OptimizedModelPath { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number of threads is negative.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(ParallelNodes, 1);
    }
}
