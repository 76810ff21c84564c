namespace Aligner.Neural.Models;

/// <summary>How a model is made smaller.</summary>
public sealed record QuantizationOptions
{
    /// <summary>
    /// Bits of the inputs of a product: 16 (the default), in two products of 8, or 8, which is twice as fast and
    /// changes more links. Weights have 8.
    /// </summary>
    public int InputBits { get; init; } = 16;

    /// <summary>
    /// Bits of a number of the table of embeddings: 16 (the default), or 8 with a scale for each row.
    /// </summary>
    public int TableBits { get; init; } = 16;

    /// <exception cref="ArgumentOutOfRangeException">A number is neither 8 nor 16.</exception>
    public void Validate()
    {
        EightOrSixteen(InputBits, nameof(InputBits));
        EightOrSixteen(TableBits, nameof(TableBits));
    }

    private static void EightOrSixteen(int bits, string name)
    {
        if (bits is not (8 or 16))
        {
            throw new ArgumentOutOfRangeException(name, bits, "must be 8 or 16");
        }
    }
}
