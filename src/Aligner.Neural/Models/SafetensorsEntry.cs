namespace Aligner.Neural.Models;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Type">What it holds; F32, F16 and BF16 can be read.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Offset">Where in the file it starts.</param>
internal sealed record SafetensorsEntry(string Type, IReadOnlyList<long> Shape, long Offset)
{
    /// <summary>The number of values.</summary>
    public long Count => Shape.Aggregate(1L, (product, dimension) => checked(product * dimension));

    /// <summary>Bytes of a value; 0 for a type that cannot be read.</summary>
    public int ValueBytes => Type switch
    {
        "F32" => sizeof(float),
        "F16" or "BF16" => sizeof(ushort),
        _ => 0,
    };
}
