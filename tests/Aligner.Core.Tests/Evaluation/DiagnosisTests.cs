using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;
using Aligner.Core.Numerics;

namespace Aligner.Core.Tests.Evaluation;

public class DiagnosisTests
{
    private static readonly string[] Lines =
        ["0-1 1-0 2-2", "0-0 1-2 2-4 3-1", "0-3 1-1", "0-0 1-1 2-3 4-2", "1-4 2-0", "0-2 3-5", "5-1 4-4", "2-2 7-1"];

    [Theory]
    [InlineData(1, 0, "its words look counted from 1 and the gold's from 0")]
    [InlineData(0, 1, "its words look counted from 0 and the gold's from 1")]
    public void Index_bases_that_differ_are_told(int hypothesisBase, int goldBase, string expected)
    {
        IReadOnlyList<string> warnings = Examine(Raise(Alignments(), goldBase), Raise(Alignments(), hypothesisBase));

        warnings.ShouldHaveSingleItem().ShouldStartWith($"hyp: {expected}; AER would be 0.000 instead of");
    }

    [Fact]
    public void Swapped_sides_are_told() =>
        Examine(Alignments(), [.. Alignments().Select(links => links.Swap())])
            .ShouldHaveSingleItem().ShouldContain("source and target look swapped; AER would be 0.000");

    [Theory]
    [InlineData(1, 0, "counted from 1 and the gold's from 0")]
    [InlineData(0, 1, "counted from 0 and the gold's from 1")]
    public void Swapped_sides_of_another_index_base_are_told(int hypothesisBase, int goldBase, string expected)
    {
        Alignment[] swapped = [.. Raise(Alignments(), hypothesisBase).Select(links => links.Swap())];

        Examine(Raise(Alignments(), goldBase), swapped)
            .ShouldHaveSingleItem().ShouldContain($"source and target look swapped, and its words {expected}");
    }

    [Fact]
    public void Missing_lines_are_told_with_their_place()
    {
        List<Alignment> lines = [.. Alignments()];
        lines.RemoveRange(2, 2);
        lines.AddRange([Alignment.Empty, Alignment.Empty]);

        Examine(Alignments(), lines).ShouldHaveSingleItem().ShouldContain("it seems to lack 2 lines around line 3");
    }

    [Fact]
    public void Inserted_lines_are_told_with_their_place()
    {
        List<Alignment> lines = [.. Alignments()];
        lines.Insert(2, Alignment.Empty);
        lines.RemoveAt(lines.Count - 1);

        Examine(Alignments(), lines).ShouldHaveSingleItem()
            .ShouldContain("it seems to have a line too many around line 3");
    }

    [Fact]
    public void Links_outside_the_bitext_are_told()
    {
        GoldSet gold = Notation.GoldSet("0-0", "0-0 1-1") with { Lengths = [new(1, 1), new(2, 2)] };

        Diagnosis.Examine(gold, Notation.Hypothesis("0-0", "0-0 1-1 1-2 2-0")).ShouldBe(
            ["hyp.txt: links outside their sentence pairs: 2, the first 1-2 (counted from 0) in line 2"]);
    }

    [Fact]
    public void Gold_outside_the_bitext_is_told() =>
        Diagnosis.Examine(
                Notation.GoldSet("0-0 1p1") with { Lengths = [new(1, 1)] }, Notation.Hypothesis("0-0"))
            .ShouldHaveSingleItem().ShouldStartWith("gold.txt: links outside their sentence pairs: 1");

    [Fact]
    public void Largest_index_is_no_trouble() =>
        Diagnosis.Examine(Notation.GoldSet("2147483647-0"), Notation.Hypothesis("2147483647-0")).ShouldBeEmpty();

    [Theory]
    [InlineData("perfect", 1.0)]
    [InlineData("merely bad", 0.2)]
    [InlineData("useless", 0.0)]
    public void Output_without_such_a_mistake_is_not_blamed(string quality, double share)
    {
        SplitMix64 random = new(5);
        Alignment[] gold = [.. Enumerable.Range(0, 100).Select(_ => Draw(ref random))];
        Alignment[] hypothesis = [.. gold.Select(links =>
            random.NextIndex(1000) < share * 1000 ? links : Draw(ref random))];

        Examine(gold, hypothesis).ShouldBeEmpty(quality);
    }

    private static Alignment Draw(ref SplitMix64 random)
    {
        Link[] links = new Link[10];
        for (int i = 0; i < links.Length; i++)
        {
            links[i] = new Link(i, random.NextIndex(10));
        }

        return Alignment.Of(links);
    }

    private static Alignment[] Alignments() => [.. Lines.Select(Notation.Links)];

    private static Alignment[] Raise(Alignment[] alignments, int by) =>
        [.. alignments.Select(links =>
            Alignment.Of(links.Select(link => new Link(link.Source + by, link.Target + by))))];

    private static IReadOnlyList<string> Examine(IReadOnlyList<Alignment> gold, IReadOnlyList<Alignment> hypothesis) =>
        Diagnosis.Examine(
            new GoldSet("gold", [.. gold.Select(links => new GoldAlignment(links, Alignment.Empty))]),
            new Hypothesis("hyp", hypothesis));
}
