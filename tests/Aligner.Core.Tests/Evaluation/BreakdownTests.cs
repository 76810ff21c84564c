using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class BreakdownTests
{
    [Theory]
    [InlineData(0, 0, "one-to-one")]
    [InlineData(1, 1, "one-to-many")]
    [InlineData(1, 2, "one-to-many")]
    [InlineData(2, 3, "many-to-one")]
    [InlineData(4, 4, "many-to-many")]
    [InlineData(0, 3, "many-to-one")]
    [InlineData(1, 0, "one-to-many")]
    [InlineData(1, 3, "many-to-many")]
    [InlineData(0, 9, "null")]
    [InlineData(9, 0, "null")]
    [InlineData(99999, 99999, "null")]
    public void Link_type_goes_by_the_gold_links_of_both_words(int source, int target, string expected)
    {
        GoldAlignment gold = Notation.Gold("0-0 1-1 1p2 2-3 3-3 4-4 4-5 5-4 5-5");
        LinkTypeClassifier types = new();

        types.Classes[types.ForSentence(gold, default)(new Link(source, target))].ShouldBe(expected);
    }

    [Theory]
    // Of 10 words against 10, each word off is 10%; of 10 against 20, 0-0 is |0.05 − 0.025|.
    [InlineData(3, 3, 10, 10, "<5%")]
    [InlineData(3, 4, 10, 10, "10-20%")]
    [InlineData(3, 1, 10, 10, "20-40%")]
    [InlineData(0, 3, 10, 10, "20-40%")]
    [InlineData(0, 4, 10, 10, ">=40%")]
    [InlineData(0, 0, 10, 20, "<5%")]
    [InlineData(0, 2, 10, 20, "5-10%")]
    [InlineData(0, 0, 1, 2, "20-40%")]
    [InlineData(int.MaxValue - 1, int.MaxValue - 1, int.MaxValue, int.MaxValue, "<5%")]
    [InlineData(int.MaxValue - 1, 0, int.MaxValue, int.MaxValue, ">=40%")]
    public void Distance_is_that_of_the_middles_of_the_words(
        int source, int target, int sourceLength, int targetLength, string expected)
    {
        DiagonalDistanceClassifier distances = new();
        SentenceLengths lengths = new(sourceLength, targetLength);
        Func<Link, int> there = distances.ForSentence(Notation.Gold(""), lengths);
        Func<Link, int> back = distances.ForSentence(Notation.Gold(""), new(targetLength, sourceLength));

        distances.Classes[there(new Link(source, target))].ShouldBe(expected);
        distances.Classes[back(new Link(target, source))].ShouldBe(expected);
    }

    [Fact]
    public void Rows_count_hypothesis_and_gold_links()
    {
        Breakdown breakdown = Breakdown.Of(
            new LinkTypeClassifier(),
            [Notation.Gold("0-0 1-1 1p2"), Notation.Gold("0-0")],
            [Notation.Links("0-0 1-2 5-5"), Notation.Links("")],
            [new(6, 6), new(1, 1)]);

        breakdown.Rows.ShouldBe(
        [
            new("null", new LinkCounts(1, 0, 0, 0)),
            new("one-to-one", new LinkCounts(1, 1, 1, 2)),
            new("one-to-many", new LinkCounts(1, 0, 1, 1)),
            new("many-to-one", default),
            new("many-to-many", default),
        ]);
    }

    [Fact]
    public void Rows_add_up_to_the_total() =>
        AlignmentGenerators.Pairs.Check(pair =>
            new ILinkClassifier[] { new LinkTypeClassifier(), new DiagonalDistanceClassifier() }.All(classifier =>
                LinkCounts.Sum([.. Breakdown.Of(classifier, [pair.Gold], [pair.Hypothesis], [new(6, 6)])
                    .Rows.Select(row => row.Counts)])
                == LinkCounts.Count(pair.Hypothesis, pair.Gold)));

    [Fact]
    public void Null_words_are_counted_on_both_sides()
    {
        // Source words 2 and 3 and target word 2 are null in the gold; source 1, 3 and target 1 in the hypothesis.
        NullWordCounts counts = NullWordCounts.Count(
            Notation.Links("0-0 2-2"), Notation.Gold("0-0 1p1"), new SentenceLengths(4, 3));

        counts.ShouldBe(new NullWordCounts(3, 3, 1));
        counts.F1.ShouldBe(1 / 3.0, 1e-12);
        counts.Precision.ShouldBe(1 / 3.0);
        counts.Recall.ShouldBe(1 / 3.0);
    }
}
