using Aligner.Statistical.Hmm;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Hmm;

public class AgreementKernelTests
{
    [Fact]
    public void Each_direction_has_its_emissions_in_its_own_rows()
    {
        Emission[] table = [default, new(0.1f, 0.2f), new(0.3f, 0.4f)];
        float[] forward = new float[8];
        float[] reverse = new float[9];

        AgreementKernel.Emit(table, cells: [1, 2, 0, 2, 1, 1], n: 3, forward, stride: 4, reverse, reverseStride: 3);

        forward.ShouldBe([0.1f, 0.3f, 0, 0, 0.3f, 0.1f, 0.1f, 0]);
        reverse.ShouldBe([0.2f, 0.4f, 0, 0.4f, 0.2f, 0, 0, 0.2f, 0]);
    }

    [Fact]
    public void Rows_become_columns()
    {
        float[] transposed = new float[6];

        AgreementKernel.Transpose([1, 2, 9, 3, 4, 9], stride: 3, rows: 2, columns: 2, transposed, transposedStride: 3);

        transposed.ShouldBe([1, 3, 0, 2, 4, 0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(37)]
    public void Cells_agree_by_the_product_of_their_posteriors(int n)
    {
        const int FirstCell = 100;
        Random random = new(n);
        float[] forward = Posteriors(n, random);
        float[] reverse = Posteriors(n, random);
        List<(int Cell, float Posterior)> agreed = [];

        AgreementKernel.Agree(forward, reverse, n, FirstCell, agreed);

        agreed.ShouldBe(Enumerable.Range(0, n)
            .Select(i => (FirstCell + i, forward[i] * reverse[i]))
            .Where(cell => cell.Item2 >= CountBuffer.Negligible));
    }

    /// <summary>A row as long as those of a lattice, 0 behind the values.</summary>
    private static float[] Row(params float[] values) =>
        [.. values, .. new float[Lattice.StrideFor(values.Length) - values.Length]];

    /// <summary>A row in which large values of another pair follow.</summary>
    private static float[] Stale(params float[] values) =>
        [.. values, .. Enumerable.Repeat(1e9f, Lattice.StrideFor(values.Length) - values.Length)];

    /// <summary>Large and small posteriors in a row in which even columns behind the sentence are large.</summary>
    private static float[] Posteriors(int n, Random random) =>
        [.. Enumerable.Range(0, Lattice.StrideFor(n)).Select(i => i < n ? MathF.Pow(10, -6 * random.NextSingle()) : 1)];
}
