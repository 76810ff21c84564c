using Aligner.Statistical.Ibm2;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Ibm2;

public class DiagonalPriorTests
{
    [Fact]
    public void Rows_equal_the_definition_and_sum_to_1()
    {
        var cases =
            from n in Gen.Choose(1, 30)
            from m in Gen.Choose(1, 30)
            from j in Gen.Choose(0, m - 1)
            from tension in Gen.Elements(0, 0.1, 4, 14, 50)
            select (Tension: tension, J: j, N: n, M: m);
        cases.Check(example =>
        {
            float[] row = new float[example.N];

            DiagonalPrior.Fill(example.Tension, example.J, example.M, row);

            double[] expected = NaiveDiagonal.Row(example.Tension, example.J, example.N, example.M);
            row.Zip(expected).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
            row.Sum(value => (double)value).ShouldBe(1, 1e-5);
        });
    }

    [Fact]
    public void Nearness_to_the_diagonal_decides()
    {
        // Target word 2 of 4 stands at 1/2 of its sentence, the source words at 1/2 and 1.
        float[] row = new float[2];

        DiagonalPrior.Fill(2 * Math.Log(3), j: 1, m: 4, row);

        row[0].ShouldBe(0.75f, 1e-6f);
        row[1].ShouldBe(0.25f, 1e-6f);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(5000)]
    public void Any_tension_gives_a_distribution(double tension)
    {
        float[] row = new float[3];

        DiagonalPrior.Fill(tension, j: 0, m: 2, row);

        row.Sum().ShouldBe(1, 1e-5f);
    }
}
