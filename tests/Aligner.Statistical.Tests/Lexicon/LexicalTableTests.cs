using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class LexicalTableTests
{
    // Word 0: 0 → 0.5, 2 → 0.3; word 1: nothing; word 2: 1 → 0.001.
    private readonly LexicalTable _table =
        new([0, 2, 2, 3], [0, 2, 1], [0.5f, 0.3f, 0.001f], [0.2f, 0, 0.7f], 0.01f, [4, 0, 2]);

    [Theory]
    [InlineData(0, 0, 0.5f)]
    [InlineData(0, 2, 0.3f)]
    [InlineData(0, 1, 0.01f)] // never met
    [InlineData(1, 0, 0.01f)]
    [InlineData(2, 1, 0.01f)] // below the floor
    [InlineData(Vocabulary.Unknown, 0, 0.01f)]
    [InlineData(0, Vocabulary.Unknown, 0.01f)]
    [InlineData(Vocabulary.Unknown, Vocabulary.Unknown, 0.01f)]
    public void Look_up_gives_the_entry_or_the_floor(int source, int target, float expected) =>
        _table[source, target].ShouldBe(expected);

    [Theory]
    [InlineData(0, 0.2f)]
    [InlineData(1, 0.01f)]
    [InlineData(Vocabulary.Unknown, 0.01f)]
    public void Null_has_its_own_entries(int target, float expected) => _table.Null(target).ShouldBe(expected);

    [Fact]
    public void Counts_are_shares_of_the_rows_total()
    {
        _table.CountsOf(0).ShouldBe([(0, 2f), (2, 1.2f)]);
        _table.CountsOf(1).ShouldBeEmpty();
    }

    [Fact]
    public void A_lattice_has_a_row_for_each_target_word_to_multiply()
    {
        Lattice lattice = new();
        lattice.Resize(2, 3);
        lattice.Emissions[1] = 4;
        lattice.NullEmissions[0] = 0.5f;

        _table.Multiply([0, Vocabulary.Unknown], [2, 0, 0], lattice);

        lattice.NullEmissions.ToArray().ShouldBe([0.35f, 0.2f, 0.2f]);
        float[][] rows = [.. lattice.Emissions.ToArray().Chunk(lattice.Stride)];
        rows.Select(row => row[..2]).ShouldBe([[0.3f, 0.04f], [0.5f, 0.01f], [0.5f, 0.01f]]);
    }

    [Fact]
    public void Arrays_that_do_not_fit_together_are_refused()
    {
        Should.Throw<ArgumentException>(() => new LexicalTable([], [], [], [], 0.1f, []));
        Should.Throw<ArgumentException>(() => new LexicalTable([1, 1], [0], [0.5f], [], 0.1f, [1]));
        Should.Throw<ArgumentException>(() => new LexicalTable([0, 2], [0], [0.5f], [], 0.1f, [1]));
        Should.Throw<ArgumentException>(() => new LexicalTable([0, 1], [0], [], [], 0.1f, [1]));
        Should.Throw<ArgumentException>(() => new LexicalTable([0, 1], [0], [0.5f], [], 0.1f, []));
    }

    [Fact]
    public void Numbers_of_a_file_are_checked_one_by_one()
    {
        _table.Validate();
        int[] starts = [0, 2, 2, 3], columns = [0, 2, 1];
        float[] probabilities = [0.5f, 0.3f, 0.001f], nulls = [0.2f, 0, 0.7f], totals = [4, 0, 2];
        ShouldBeRefused(new([0, 2, 1, 3], columns, probabilities, nulls, 0.01f, totals), "row 1");
        ShouldBeRefused(new([0, -1, 2, 3], columns, probabilities, nulls, 0.01f, totals), "row 0");
        ShouldBeRefused(new([0, int.MaxValue, 2, 3], columns, probabilities, nulls, 0.01f, totals), "row");
        ShouldBeRefused(new(starts, [2, 0, 1], probabilities, nulls, 0.01f, totals), "row 0");
        ShouldBeRefused(new(starts, [2, 2, 1], probabilities, nulls, 0.01f, totals), "row 0");
        ShouldBeRefused(new(starts, [0, 2, 3], probabilities, nulls, 0.01f, totals), "row 2");
        ShouldBeRefused(new(starts, [-1, 2, 1], probabilities, nulls, 0.01f, totals), "row 0");
        foreach (float number in new[] { float.NaN, float.PositiveInfinity, -0.1f, 1.5f })
        {
            ShouldBeRefused(new(starts, columns, [0.5f, number, 0.1f], nulls, 0.01f, totals), "t(f|e)");
            ShouldBeRefused(new(starts, columns, probabilities, [0.2f, 0, number], 0.01f, totals), "NULL");
            ShouldBeRefused(new(starts, columns, probabilities, nulls, number, totals), "floor");
        }

        ShouldBeRefused(new(starts, columns, probabilities, nulls, 0.01f, [4, float.NaN, 2]), "counts");
        ShouldBeRefused(new(starts, columns, probabilities, nulls, 0.01f, [4, -1, 2]), "counts");
    }

    private static void ShouldBeRefused(LexicalTable table, string what) =>
        Should.Throw<ArgumentException>(table.Validate).Message.ShouldContain(what);
}
