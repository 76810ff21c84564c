using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests.Deciders;

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

    [Theory]
    [InlineData(0.2f, 0.7f)] // not possible
    [InlineData(0.3f, 0.5f)] // beside none that is sure, on any side
    [InlineData(0.7f, 0.7f)] // sure itself
    public void Else_a_cell_is_not_drawn_in(float probability, float beside)
    {
        LinkTable table = new();
        table.Reset(3, 3);
        MadeUp.Fill(table, [[0, beside, 0], [beside, probability, beside], [0, beside, 0]]);
        GrowthKernel.IsDrawnIn(table.Cells, table.Stride, table.Cell(1, 1), Sure, Possible).ShouldBeFalse();
    }

    /// <summary>The links of a matrix whose cells are all possible, and those given sure.</summary>
    private static (int Row, int Column)[] Links(int rows, int columns, params (int Row, int Column)[] sure)
    {
        LinkTable table = new();
        table.Reset(rows, columns);
        for (int row = 0; row < rows; row++)
        {
            table.Row(row).Fill(0.3f);
        }

        foreach ((int row, int column) in sure)
        {
            table.Row(row)[column] = 0.7f;
        }

        return [.. from row in Enumerable.Range(0, rows)
                   from column in Enumerable.Range(0, columns)
                   let cell = table.Cell(row, column)
                   where table.Cells[cell] > Sure
                       || GrowthKernel.IsDrawnIn(table.Cells, table.Stride, cell, Sure, Possible)
                   select (row, column)];
    }

    private static IEnumerable<(int Row, int Column)> Beside(int row, int column) =>
        from r in Enumerable.Range(0, 3)
        from c in Enumerable.Range(0, 3)
        where Math.Abs(r - row) + Math.Abs(c - column) <= 1
        select (r, c);
}
