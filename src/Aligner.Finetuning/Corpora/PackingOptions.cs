namespace Aligner.Finetuning.Corpora;

/// <summary>How much of a corpus is packed.</summary>
public sealed record PackingOptions
{
    /// <summary>Pairs drawn, those that come again counted too; default 1,000,000.</summary>
    public int Draws { get; init; } = 1_000_000;

    /// <summary>Pairs of a file; default 200,000, which take about 20 MB.</summary>
    public int PairsPerPart { get; init; } = 200_000;

    /// <summary>How pairs are drawn; batches do not matter.</summary>
    public SamplerOptions Sampler { get; init; } = new();

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PairsPerPart, 1);
        Sampler.Validate();
    }
}
