using Aligner.Core.Numerics;

namespace Aligner.Core.Tests.Numerics;

public class OrderedSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Sums_are_those_of_a_loop_wherever_the_values_lie(int count)
    {
        Random random = new(count);
        float[] left = Draw(), right = Draw();
        double[] doubles = Array.ConvertAll(left, value => (double)value);
        float sum = OrderedSums.Sum(left), dot = OrderedSums.Dot(left, right);
        sum.ShouldBe((float)doubles.Sum(), 1e-3f);
        dot.ShouldBe((float)left.Zip(right, (a, b) => (double)a * b).Sum(), 1e-3f);
        OrderedSums.Sum(doubles).ShouldBe(doubles.Sum(), 1e-9);
        for (int offset = 1; offset < 20; offset++)
        {
            float[] moved = new float[count + offset];
            left.CopyTo(moved, offset);
            OrderedSums.Sum(moved.AsSpan(offset)).ShouldBe(sum);
            OrderedSums.Dot(moved.AsSpan(offset), right).ShouldBe(dot);
            double[] movedDoubles = new double[count + offset];
            doubles.CopyTo(movedDoubles, offset);
            OrderedSums.Sum(movedDoubles.AsSpan(offset)).ShouldBe(OrderedSums.Sum(doubles));
        }

        float[] Draw() => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.3f)];
    }
}
