using System.Numerics.Tensors;

namespace Aligner.Neural.Models;

/// <summary>
/// Rounds weights to 8 bits with one scale for each row or column: <c>w ≈ scale · q</c>, q in -127..127, where the
/// largest weight gives 127.
/// </summary>
public static class WeightQuantizer
{
    private const float Largest = 127;

    /// <summary>One scale for each row, as a table is read.</summary>
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

    /// <summary>One scale for each column, as a product is written.</summary>
    /// <param name="values">[rows, columns].</param>
    /// <param name="quantized">[rows, columns].</param>
    /// <param name="scales">[columns].</param>
    public static void Columns(ReadOnlySpan<float> values, Span<sbyte> quantized, Span<float> scales)
    {
        int columns = scales.Length;
        scales.Clear();
        for (int i = 0; i < values.Length; i++)
        {
            scales[i % columns] = Math.Max(scales[i % columns], Math.Abs(values[i]));
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

    private static float Scale(float largest) => largest > 0 ? largest / Largest : 1;

    private static sbyte Round(float value, float scale) => (sbyte)MathF.Round(value / scale);
}
