using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Tests.Numerics;

public class RootsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Roots_are_those_of_the_library(int n)
    {
        float[] values = [1, 0.5f, 1e-3f, 1e-12f, 1e-30f, .. Enumerable.Range(1, 100).Select(k => k / 101f)];
        float[] expected = [.. values.Select(value => float.RootN(value, n))];

        Roots.Take(values, n);

        values.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) <= 1e-5f * pair.Second);
    }

    [Fact]
    public void Nothing_stays_nothing_and_one_stays_one()
    {
        float[] values = [0, 1];
        Roots.Take(values, 3);
        values.ShouldBe([0f, 1f]);
    }
}
