namespace Aligner.Finetuning.Corpora;

/// <summary>How pairs are drawn and put into batches.</summary>
public sealed record SamplerOptions
{
    /// <summary>
    /// A group of n pairs is drawn from as often as n to this power says: 1 as large as it is, 0 all alike. Default
    /// 0.5.
    /// </summary>
    public double Balance { get; init; } = 0.5;

    /// <summary>Most positions of a batch, padding and both sides included; default 4,096.</summary>
    public int BatchPositions { get; init; } = 4096;

    /// <summary>Pairs drawn at once, among which those of similar length share a batch; default 8,192.</summary>
    public int PoolSize { get; init; } = 8192;

    /// <summary>Seed of all draws; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense.</exception>
    public void Validate()
    {
        if (!(Balance >= 0 && Balance <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Balance), Balance, "must be from 0 to 1");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(BatchPositions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(PoolSize, 1);
    }
}
