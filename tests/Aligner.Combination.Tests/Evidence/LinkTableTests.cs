using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Evidence;

public class LinkTableTests
{
    private readonly LinkTable _table = new();

    public LinkTableTests() => _table.Reset(2, 3);

    [Fact]
    public void Cells_of_0_lie_around_those_of_the_words()
    {
        MadeUp.Fill(_table, [[0.25f, 0.5f, 0.75f], [1, 0.125f, 0.375f]]);
        _table.Cells.ToArray().ShouldBe(
        [
            0, 0, 0, 0, 0,
            0, 0.25f, 0.5f, 0.75f, 0,
            0, 1, 0.125f, 0.375f, 0,
            0, 0, 0, 0, 0,
        ]);
    }

    /// <summary>A row has five cells; the first row and the first cell of each are empty.</summary>
    [Fact]
    public void Two_words_meet_in_a_cell()
    {
        _table.Stride.ShouldBe(5);
        _table.Cell(0, 0).ShouldBe(6);
        _table.Cell(1, 2).ShouldBe(13);
        _table.Row(1)[2] = 0.5f;
        _table.Cells[_table.Cell(1, 2)].ShouldBe(0.5f);
    }

    [Fact]
    public void Links_are_set_where_they_lie_and_found_in_their_order()
    {
        ScoredLink[] links = [new(new Link(1, 0), 0.75f), new(new Link(0, 2), 0.5f), new(new Link(1, 2), 0.25f)];
        _table.Set(links);
        MadeUp.Rows(_table).ShouldBe([[0, 0, 0.5f], [0.75f, 0, 0.25f]]);
        _table.Above(0).ShouldBe([links[1], links[0], links[2]]);
        _table.Above(0.25f).ShouldBe([links[1], links[0]]); // a link must pass the threshold
    }

    [Theory]
    [InlineData(2, 0)]
    [InlineData(0, 3)]
    public void A_link_outside_of_the_pair_is_refused(int source, int target) => Should.Throw<ArgumentException>(
        () => _table.Set([new ScoredLink(new Link(source, target), 0.5f)]));

    /// <summary>Nothing of one pair is left when the next one comes, be it shorter or longer.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    [InlineData(40, 50)]
    public void A_table_starts_each_pair_empty(int source, int target)
    {
        MadeUp.Fill(_table, [[1, 1, 1], [1, 1, 1]]);
        _table.LogProbability = -1;
        _table.Totals.Row(1).Best.ShouldBe(1);

        _table.Reset(source, target);

        _table.Cells.Length.ShouldBe((source + 2) * (target + 2));
        _table.Cells.ToArray().ShouldAllBe(cell => cell == 0);
        _table.LogProbability.ShouldBeNull();
        _table.Totals.Row(1).Best.ShouldBe(0);
        (_table.SourceLength, _table.TargetLength).ShouldBe((source, target));
    }
}
