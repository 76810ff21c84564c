using System.Numerics.Tensors;

namespace Aligner.Neural.Models;

/// <summary>
/// Rounds weights to 8 bits with one scale for each row or column: <c>w ≈ scale · q</c>, q in -127..127.
/// </summary>
internal static class WeightQuantizer
{
    private const float Largest = 127;

    /// <summary>One scale for each row, as a table is read; the largest weight gives 127.</summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="quantized">[rows, columns].</param>
    /// <param name="scales">[rows].</param>
    public static void Rows(ReadOnlySpan<float> values, Span<sbyte> quantized, Span<float> scales)
    {
        int columns = values.Length / scales.Length;
        for (int row = 0; row < scales.Length; row++)
        {
            ReadOnlySpan<float> source = values.Slice(row * columns, columns);
            scales[row] = Scale(Math.Abs(TensorPrimitives.MaxMagnitude(source)));
            for (int column = 0; column < columns; column++)
            {
                quantized[row * columns + column] = Round(source[column], scales[row]);
            }
        }
    }

    /// <summary>
    /// One scale for each column, as a product is written. Of rows 2i and 2i + 1, the largest sum of two weights of one
    /// sign gives 127. x86 processors without VNNI add the products of such a pair with inputs of 0 to 255 in 16 bits:
    /// 255 · 128, rounding included, fits. (ONNX Runtime's <c>reduce_range</c> halves every weight to the same end.)
    /// </summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="quantized">[rows, columns].</param>
    /// <param name="scales">[columns].</param>
    public static void Columns(ReadOnlySpan<float> values, Span<sbyte> quantized, Span<float> scales)
    {
        int columns = scales.Length;
        scales.Clear();
        for (int row = 0; row < values.Length; row += 2 * columns)
        {
            ReadOnlySpan<float> first = values.Slice(row, columns);
            ReadOnlySpan<float> second = values[(row + columns)..];
            for (int column = 0; column < columns; column++)
            {
                float other = second.IsEmpty ? 0 : second[column];
                scales[column] = Math.Max(scales[column], SumOfOneSign(first[column], other));
            }
        }

        for (int column = 0; column < columns; column++)
        {
            scales[column] = Scale(scales[column]);
        }

        for (int i = 0; i < values.Length; i++)
        {
            quantized[i] = Round(values[i], scales[i % columns]);
        }
    }

    private static float SumOfOneSign(float first, float second) =>
        float.IsNegative(first) == float.IsNegative(second)
            ? Math.Abs(first + second)
            : Math.Max(Math.Abs(first), Math.Abs(second));

    private static float Scale(float largest) => largest > 0 ? largest / Largest : 1;

    private static sbyte Round(float value, float scale) => (sbyte)MathF.Round(value / scale);
}
