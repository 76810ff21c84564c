using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class TableTotalsTests
{
    // Two source and three target words, with empty cells around.
    private static readonly float[] Table =
    [
        0, 0, 0, 0, 0,
        0, 0.5f, 0.25f, 0, 0,
        0, 0.125f, 0.5f, 0.5f, 0,
        0, 0, 0, 0, 0,
    ];

    private readonly TableTotals _totals = new();

    public TableTotalsTests() => _totals.Fill(Table, stride: 5);

    [Fact]
    public void A_cell_sees_the_others_of_its_row_and_column()
    {
        _totals.Row(1).SumWithout(0.5f).ShouldBe(0.25f);
        _totals.Row(1).BestWithout(0.5f).ShouldBe(0.25f);
        _totals.Row(1).BestWithout(0.25f).ShouldBe(0.5f);
        _totals.Column(2).SumWithout(0.25f).ShouldBe(0.5f);
        _totals.Column(2).BestWithout(0.5f).ShouldBe(0.25f);
    }

    [Fact]
    public void The_other_of_two_best_cells_is_as_good()
    {
        _totals.Row(2).BestWithout(0.5f).ShouldBe(0.5f);
        _totals.Row(2).BestPlace.ShouldBe(2);
    }

    [Fact]
    public void A_smaller_table_forgets_the_one_before()
    {
        _totals.Fill([0, 0, 0, 0, 0.25f, 0, 0, 0, 0], stride: 3);
        _totals.Row(1).SumWithout(0.25f).ShouldBe(0);
        _totals.Column(1).Best.ShouldBe(0.25f);
    }
}
