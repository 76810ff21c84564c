using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>How many bytes the values of a constant take (<c>TensorProto.DataType</c> of ONNX 1.20).</summary>
internal static class TensorBytes
{
    /// <summary>The bytes that the shape calls for; null where the values are texts.</summary>
    /// <exception cref="InvalidDataException">
    /// A dimension is negative, the product is beyond all files, or the type is unknown.
    /// </exception>
    public static long? Of(string name, ElementType type, IReadOnlyList<long> shape)
    {
        if (type == ElementType.String)
        {
            return null;
        }

        try
        {
            long bits = shape.Aggregate((long)BitsOf(name, type), (product, size) => size >= 0
                ? checked(product * size)
                : throw new InvalidDataException($"its constant '{name}' has a dimension of {size}"));
            return (bits / 8) + (bits % 8 > 0 ? 1 : 0);
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"its constant '{name}' has the shape [{string.Join(", ", shape)}]");
        }
    }

    // Those without a name here are complex numbers and the small types of recent versions of ONNX.
    private static int BitsOf(string name, ElementType type) => (int)type switch
    {
        (int)ElementType.Float or (int)ElementType.Int32 or (int)ElementType.UInt32 => 32,
        (int)ElementType.Double or (int)ElementType.Int64 or (int)ElementType.UInt64 or 14 => 64,
        15 => 128,
        (int)ElementType.Float16 or (int)ElementType.BFloat16 => 16,
        (int)ElementType.Int16 or (int)ElementType.UInt16 => 16,
        (int)ElementType.Int8 or (int)ElementType.UInt8 or (int)ElementType.Bool or (>= 17 and <= 20) or 24 => 8,
        >= 21 and <= 23 => 4,
        25 or 26 => 2,
        _ => throw new InvalidDataException($"its constant '{name}' is of the unknown type {(int)type}"),
    };
}
