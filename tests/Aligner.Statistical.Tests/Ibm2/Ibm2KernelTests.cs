using Aligner.Statistical.Ibm2;
using FsCheck.Fluent;

namespace Aligner.Statistical.Tests.Ibm2;

public class Ibm2KernelTests
{
    private const double Tension = 3;
    private const double NullProbability = 0.2;

    [Fact]
    public void Posteriors_equal_the_normalized_products()
    {
        var cases =
            from n in Gen.Choose(1, 6)
            from m in Gen.Choose(1, 6)
            from emissions in Gen.ArrayOf(Probability, n * m)
            from nullEmissions in Gen.ArrayOf(Probability, m)
            select (N: n, M: m, Emissions: emissions, NullEmissions: nullEmissions);
        cases.Check(example =>
        {
            (int n, int m, float[] emissions, float[] nullEmissions) = example;
            float[] posteriors = new float[n * m];

            double logProbability = Ibm2Kernel.Posteriors(
                emissions, nullEmissions, n, n, Tension, NullProbability, posteriors);

            double expected = 0;
            for (int j = 0; j < m; j++)
            {
                double[] joint = [.. NaiveDiagonal.Row(Tension, j, n, m)
                    .Select((prior, i) => (1 - NullProbability) * prior * emissions[(j * n) + i])];
                double total = joint.Sum() + (NullProbability * nullEmissions[j]);
                expected += Math.Log(total);
                for (int i = 0; i < n; i++)
                {
                    posteriors[(j * n) + i].ShouldBe((float)(joint[i] / total), 1e-5f);
                }
            }

            logProbability.ShouldBe(expected, 1e-4);
        });
    }

    private static FsCheck.Gen<float> Probability { get; } =
        Gen.Choose(0, 80).Select(exponent => (float)Math.Pow(10, -exponent / 10.0));
}
