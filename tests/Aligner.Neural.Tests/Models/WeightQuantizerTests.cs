using Aligner.Neural.Models;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Neural.Tests.Models;

public sealed class WeightQuantizerTests
{
    private static readonly float[] Values = [1f, -2f, 0f, 0.5f, 0.25f, 0f];

    /// <summary>By hand: 1 + 0.5 is the largest sum of the first column; the signs of the second differ.</summary>
    [Fact]
    public void The_largest_sum_of_two_weights_of_one_sign_in_a_column_becomes_127()
    {
        sbyte[] quantized = new sbyte[6];
        float[] scales = new float[3];
        WeightQuantizer.Columns(Values, quantized, scales);
        scales.ShouldBe([1.5f / 127, 2f / 127, 1f]);
        quantized.ShouldBe([85, -127, 0, 42, 16, 0]);
    }

    [Fact]
    public void The_last_of_an_odd_number_of_rows_has_no_neighbor()
    {
        sbyte[] quantized = new sbyte[3];
        float[] scales = new float[1];
        WeightQuantizer.Columns([-1f, -0.5f, -2f], quantized, scales);
        scales.ShouldBe([2f / 127]);
        quantized.ShouldBe([-64, -32, -127]);
    }

    [Fact]
    public void No_pair_of_rows_exceeds_16_bits_with_inputs_of_8() =>
        Prop.ForAll(Gen.Choose(-1000, 1000).ListOf().ToArbitrary(), weights =>
        {
            float[] values = [.. weights.Select(weight => weight / 7f)];
            sbyte[] quantized = new sbyte[values.Length];
            WeightQuantizer.Columns(values, quantized, new float[1]);
            foreach (sbyte[] pair in quantized.Chunk(2))
            {
                int largest = byte.MaxValue * pair.Sum(weight => Math.Max((int)weight, 0));
                int least = byte.MaxValue * pair.Sum(weight => Math.Min((int)weight, 0));
                largest.ShouldBeLessThanOrEqualTo(short.MaxValue);
                least.ShouldBeGreaterThanOrEqualTo(short.MinValue);
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20071, 3));

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
