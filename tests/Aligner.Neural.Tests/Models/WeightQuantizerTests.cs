using Aligner.Neural.Models;

namespace Aligner.Neural.Tests.Models;

public sealed class WeightQuantizerTests
{
    private static readonly float[] Values = [1f, -2f, 0f, 0.5f, 0.25f, 0f];

    [Fact]
    public void The_largest_weight_of_a_column_becomes_127()
    {
        sbyte[] quantized = new sbyte[6];
        float[] scales = new float[3];
        WeightQuantizer.Columns(Values, quantized, scales);
        scales.ShouldBe([1f / 127, 2f / 127, 1f]);
        quantized.ShouldBe([127, -127, 0, 64, 16, 0]);
    }

    [Fact]
    public void The_largest_weight_of_a_row_becomes_127()
    {
        sbyte[] quantized = new sbyte[6];
        float[] scales = new float[2];
        WeightQuantizer.Rows(Values, quantized, scales);
        scales.ShouldBe([2f / 127, 0.5f / 127]);
        quantized.ShouldBe([64, -127, 0, 127, 64, 0]);
    }
}
