using Aligner.Training.Corpora;

namespace Aligner.Training.Pruning;

/// <summary>How an encoder is made narrower.</summary>
public sealed record PruningOptions
{
    /// <summary>The default of <see cref="Pairs"/>.</summary>
    public const int DefaultPairs = 20_000;

    /// <summary>Neurons of each feed-forward block that are kept, at least 1.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Sentence pairs to watch the neurons on, both sides, if need be again; default 20,000.</summary>
    public int Pairs { get; init; } = DefaultPairs;

    /// <summary>How the pairs are drawn.</summary>
    public SamplerOptions Sampler { get; init; } = new();

    /// <summary>Threads of the runtime; 0, the default, takes one for each core. They never change a result.</summary>
    public int Threads { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(IntermediateSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Pairs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        Sampler.Validate();
    }
}
