using Aligner.Statistical.Decoding;

namespace Aligner.Statistical.Tests.Decoding;

public class GrowthKernelTests
{
    private const float Sure = 0.5f, Possible = 0.2f;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void A_sure_cell_draws_in_the_four_beside_it(int row, int column) =>
        Links(3, 3, (row, column)).ShouldBe(Beside(row, column));

    [Fact]
    public void Rows_do_not_run_on_into_each_other() => Links(2, 3, (0, 2)).ShouldBe([(0, 1), (0, 2), (1, 2)]);

    [Fact]
    public void What_was_drawn_in_draws_nothing_in() =>
        Links(1, 4, (0, 0)).ShouldBe([(0, 0), (0, 1)]);

    [Fact]
    public void Without_a_sure_cell_there_is_none() => Links(3, 3).ShouldBeEmpty();

    [Fact]
    public void A_cell_at_the_threshold_is_none() =>
        GrowthKernel.IsDrawnIn([0.9f, 0.2f], 2, 1, Sure, Possible).ShouldBeFalse();

    /// <summary>The links of a matrix whose cells are all possible, and those given sure.</summary>
    private static (int Row, int Column)[] Links(int rows, int columns, params (int Row, int Column)[] sure)
    {
        float[] probability = new float[rows * columns];
        probability.AsSpan().Fill(0.3f);
        foreach ((int row, int column) in sure)
        {
            probability[(row * columns) + column] = 0.7f;
        }

        return [.. Enumerable.Range(0, probability.Length)
            .Where(cell => probability[cell] > Sure
                || GrowthKernel.IsDrawnIn(probability, columns, cell, Sure, Possible))
            .Select(cell => (cell / columns, cell % columns))];
    }

    private static IEnumerable<(int Row, int Column)> Beside(int row, int column) =>
        from r in Enumerable.Range(0, 3)
        from c in Enumerable.Range(0, 3)
        where Math.Abs(r - row) + Math.Abs(c - column) <= 1
        select (r, c);
}
