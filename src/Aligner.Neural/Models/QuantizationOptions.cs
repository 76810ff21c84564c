using System.Numerics;

namespace Aligner.Neural.Models;

/// <summary>How a model is made smaller.</summary>
public sealed record QuantizationOptions
{
    /// <summary>The size of a block that stands for a whole row of weights and all inputs of a product.</summary>
    public const int WholeRows = 0;

    private const int SmallestBlock = 16, LargestBlock = 256;

    /// <summary>
    /// Weights and inputs of a product are rounded with a scale for so many of them, a power of 2 from 16 to 256;
    /// default 128. Smaller blocks are more exact and slower. <see cref="WholeRows"/> is the fastest and the least
    /// exact.
    /// </summary>
    public int BlockSize { get; init; } = 128;

    /// <summary>
    /// Bits of a number of the table of embeddings: 16 (the default), or 8 with a scale for each row.
    /// </summary>
    public int TableBits { get; init; } = 16;

    /// <exception cref="ArgumentOutOfRangeException">A number is none of these.</exception>
    public void Validate()
    {
        bool isBlock = BitOperations.IsPow2(BlockSize) && BlockSize is >= SmallestBlock and <= LargestBlock;
        if (!isBlock && BlockSize != WholeRows)
        {
            throw new ArgumentOutOfRangeException(
                nameof(BlockSize), BlockSize, $"must be a power of 2 from {SmallestBlock} to {LargestBlock}, or 0");
        }

        if (TableBits is not (8 or 16))
        {
            throw new ArgumentOutOfRangeException(nameof(TableBits), TableBits, "must be 8 or 16");
        }
    }
}
