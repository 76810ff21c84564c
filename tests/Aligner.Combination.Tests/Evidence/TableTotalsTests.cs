using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests.Evidence;

public class TableTotalsTests
{
    private readonly LinkTable _table = new();
    private readonly TableTotals _totals = new();

    public TableTotalsTests()
    {
        _table.Reset(2, 3);
        MadeUp.Fill(_table, [[0.5f, 0.25f, 0], [0.125f, 0.5f, 0.5f]]);
        _totals.Fill(_table);
    }

    [Fact]
    public void A_cell_sees_the_others_of_its_row_and_column()
    {
        _totals.Row(1).SumWithout(0.5f).ShouldBe(0.25f);
        _totals.Row(1).BestWithout(0.5f).ShouldBe(0.25f);
        _totals.Row(1).BestWithout(0.25f).ShouldBe(0.5f);
        _totals.Column(2).SumWithout(0.25f).ShouldBe(0.5f);
        _totals.Column(2).BestWithout(0.5f).ShouldBe(0.25f);
        _totals.Column(1).SumWithout(0.125f).ShouldBe(0.5f);
    }

    [Fact]
    public void The_first_of_two_best_cells_is_the_best_and_the_other_is_as_good()
    {
        _totals.Row(2).BestWithout(0.5f).ShouldBe(0.5f);
        _totals.Row(2).BestPlace.ShouldBe(2);
    }

    [Fact]
    public void A_row_of_zeros_has_its_best_cell_nowhere()
    {
        _table.Reset(1, 2);
        _totals.Fill(_table);
        _totals.Row(1).Best.ShouldBe(0);
        _totals.Row(1).BestPlace.ShouldBe(0);
    }

    [Fact]
    public void A_smaller_table_forgets_the_one_before()
    {
        _table.Reset(1, 1);
        MadeUp.Fill(_table, [[0.25f]]);
        _totals.Fill(_table);
        _totals.Row(1).SumWithout(0.25f).ShouldBe(0);
        _totals.Column(1).Best.ShouldBe(0.25f);
        _totals.Column(2).Best.ShouldBe(0);
    }
}
