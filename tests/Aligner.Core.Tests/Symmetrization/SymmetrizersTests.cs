using System.Diagnostics;
using Aligner.Core.Alignments;
using Aligner.Core.Symmetrization;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Core.Tests.Symmetrization;

public class SymmetrizersTests
{
    public static TheoryData<string, GrowDefinition> Extending
    {
        get
        {
            var data = new TheoryData<string, GrowDefinition> { { "och", GrowDefinition.Moses } };
            foreach (GrowDefinition definition in Enum.GetValues<GrowDefinition>())
            {
                data.Add("grow", definition);
                data.Add("grow-diag", definition);
                data.Add("grow-diag-final", definition);
                data.Add("grow-diag-final-and", definition);
            }

            return data;
        }
    }

    // Rows are source words, columns target words. F forward only, R reverse only, B both.
    //     0 1 2
    // 0   . . R
    // 1   . . R
    // 2   B . .
    // 3   . R .
    // 4   R F .
    [Theory]
    [InlineData("forward", GrowDefinition.Moses, "2-0 4-1")]
    [InlineData("reverse", GrowDefinition.Moses, "0-2 1-2 2-0 3-1 4-0")]
    [InlineData("intersection", GrowDefinition.Moses, "2-0")]
    [InlineData("union", GrowDefinition.Moses, "0-2 1-2 2-0 3-1 4-0 4-1")]
    [InlineData("grow", GrowDefinition.Moses, "2-0")]
    [InlineData("grow-diag", GrowDefinition.Moses, "2-0 3-1 4-1")]
    [InlineData("grow-diag-final", GrowDefinition.Moses, "0-2 1-2 2-0 3-1 4-1")]
    [InlineData("grow-diag-final-and", GrowDefinition.Moses, "0-2 2-0 3-1 4-1")]
    [InlineData("och", GrowDefinition.Moses, "0-2 1-2 2-0 3-1 4-1")]
    [InlineData("grow", GrowDefinition.Atools, "2-0")]
    [InlineData("grow-diag", GrowDefinition.Atools, "2-0 3-1 4-0")]
    [InlineData("grow-diag-final", GrowDefinition.Atools, "0-2 1-2 2-0 3-1 4-0")]
    [InlineData("grow-diag-final-and", GrowDefinition.Atools, "0-2 2-0 3-1 4-0")]
    [InlineData("grow-diag", GrowDefinition.AlignmentScripts, "2-0 3-1")]
    [InlineData("grow-diag-final", GrowDefinition.AlignmentScripts, "0-2 2-0 3-1")]
    [InlineData("grow-diag-final-and", GrowDefinition.AlignmentScripts, "0-2 2-0 3-1")]
    public void One_matrix_worked_by_hand(string name, GrowDefinition definition, string expected) =>
        Combine(Symmetrizers.Get(name, definition), "2-0 4-1", "0-2 1-2 2-0 3-1 4-0").ShouldBe(expected);

    [Theory]
    [InlineData("grow", "0-0 0-1 1-1")] // each new link brings in the one beside it
    [InlineData("och", "0-0 0-1")] // 1-1 would leave 0-1 with a neighbor in its row and one in its column
    public void A_corner_is_grown_round_but_not_refined_round(string name, string expected) =>
        Combine(Symmetrizers.Get(name), "0-0 0-1", "0-0 1-1").ShouldBe(expected);

    [Fact]
    public void Refined_links_may_stand_beside_a_corner_that_the_intersection_already_has() =>
        Combine(Symmetrizers.Get("och"), "0-0 0-1 1-0 2-0", "0-0 0-1 1-0").ShouldBe("0-0 0-1 1-0 2-0");

    [Theory]
    [MemberData(nameof(Extending))]
    public void Random_matrices_give_what_the_dense_pseudo_code_gives(string name, GrowDefinition definition)
    {
        const int size = 6;
        Gen<Alignment> alignments = Gen.Choose(0, size - 1).Two()
            .Select(pair => new Link(pair.Item1, pair.Item2)).ArrayOf().Select(links => Alignment.Of(links));
        ISymmetrizer symmetrizer = Symmetrizers.Get(name, definition);

        Prop.ForAll(alignments.Two().ToArbitrary(), pair =>
            symmetrizer.Combine(pair.Item1, pair.Item2, size, size)
                .Equals(NaiveSymmetrization.Combine(name, definition, pair.Item1, pair.Item2, size)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(30).WithReplay(2003, 2005));
    }

    [Theory]
    [MemberData(nameof(Extending))]
    public void Links_beyond_the_lengths_and_huge_indices_are_kept(string name, GrowDefinition definition)
    {
        const string links = "99999-99999 2147483647-2147483647";

        Combine(Symmetrizers.Get(name, definition), links, links).ShouldBe(links);
    }

    [Theory]
    [InlineData("och", GrowDefinition.Moses)]
    [InlineData("grow-diag", GrowDefinition.Moses)]
    [InlineData("grow-diag", GrowDefinition.Atools)]
    public void A_row_that_grows_against_the_scan_is_not_quadratic(string name, GrowDefinition definition)
    {
        const int length = 100_000;
        Alignment row = Alignment.Of(Enumerable.Range(0, length).Select(i => new Link(i, 0)));
        Alignment end = Alignment.Of(row[length - 1]);
        var clock = Stopwatch.StartNew();

        Alignment combined = Symmetrizers.Get(name, definition).Combine(row, end, length, 1);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        combined.ShouldBe(row);
    }

    [Fact]
    public void Registered_names_are_those_of_the_command_line() =>
        Symmetrizers.All.Select(entry => entry.Name).ShouldBe(
        [
            "forward", "reverse", "intersection", "union", "grow", "grow-diag", "grow-diag-final",
            "grow-diag-final-and", "och",
        ]);

    [Fact]
    public void An_unknown_name_is_refused_with_the_names_there_are() =>
        Should.Throw<ArgumentException>(() => Symmetrizers.Get("grow-up")).Message.ShouldStartWith(
            "no symmetrization heuristic 'grow-up'; there are: forward, reverse,");

    private static string Combine(ISymmetrizer symmetrizer, string forward, string reverse) =>
        symmetrizer.Combine(Pharaoh.Parse(forward), Pharaoh.Parse(reverse), 5, 3).ToString();
}
