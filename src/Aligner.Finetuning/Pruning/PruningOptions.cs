using Aligner.Finetuning.Corpora;

namespace Aligner.Finetuning.Pruning;

/// <summary>How an encoder is made narrower: at least one of the sizes is given.</summary>
public sealed record PruningOptions
{
    /// <summary>The default of <see cref="Pairs"/>.</summary>
    public const int DefaultPairs = 20_000;

    /// <summary>Neurons of each feed-forward block that are kept, at least 1; null, the default, keeps all.</summary>
    public int? IntermediateSize { get; init; }

    /// <summary>Dimensions of each attention head that are kept, at least 1; null, the default, keeps all.</summary>
    public int? HeadSize { get; init; }

    /// <summary>Sentence pairs to watch the encoder on, both sides, if need be again; default 20,000.</summary>
    public int Pairs { get; init; } = DefaultPairs;

    /// <summary>How the pairs are drawn.</summary>
    public SamplerOptions Sampler { get; init; } = new();

    /// <summary>Threads of the runtime; 0, the default, takes one for each core. They never change a result.</summary>
    public int Threads { get; init; }

    /// <exception cref="ArgumentException">There is no size, or a number makes no sense.</exception>
    public void Validate()
    {
        if (IntermediateSize is null && HeadSize is null)
        {
            throw new ArgumentException("there is nothing to prune");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(IntermediateSize ?? 1, 1, nameof(IntermediateSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(HeadSize ?? 1, 1, nameof(HeadSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(Pairs, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        Sampler.Validate();
    }
}
