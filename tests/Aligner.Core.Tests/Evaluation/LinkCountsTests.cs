using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class LinkCountsTests
{
    [Theory]
    // |A| = 3, |A∩S| = 1, |A∩P| = 2, |S| = 2: AER = 1 − 3/5, F1 = 2 · 2/3 · 1/2 / (7/6).
    [InlineData("0-0 1-1 2p2 2p3", "0-0 2-2 3-0", 2 / 3.0, 1 / 2.0, 4 / 7.0, 2 / 5.0)]
    // Only possible links: nothing sure is missed.
    [InlineData("0p0 1p1", "0-0", 1, 1, 1, 0)]
    [InlineData("0p0 1p1", "0-0 5-5", 1 / 2.0, 1, 2 / 3.0, 1 / 2.0)]
    // A possible link instead of the sure one.
    [InlineData("0-0 0p1", "0-1", 1, 0, 0, 1 / 2.0)]
    [InlineData("0-0 1-1", "0-0 1-1", 1, 1, 1, 0)]
    [InlineData("0-0 1-1", "0-1 1-0", 0, 0, 0, 1)]
    // Zero denominators.
    [InlineData("", "", 1, 1, 1, 0)]
    [InlineData("0p0", "", 1, 1, 1, 0)]
    [InlineData("0-0", "", 1, 0, 0, 1)]
    [InlineData("", "0-0", 0, 1, 0, 1)]
    public void Scores_follow_Och_and_Ney(
        string gold, string hypothesis, double precision, double recall, double f1, double aer)
    {
        LinkCounts counts = LinkCounts.Count(Notation.Links(hypothesis), Notation.Gold(gold));

        counts.Precision.ShouldBe(precision, 1e-15);
        counts.Recall.ShouldBe(recall, 1e-15);
        counts.F1.ShouldBe(f1, 1e-15);
        counts.Aer.ShouldBe(aer, 1e-15);
    }

    [Fact]
    public void Counts_add_over_sentences()
    {
        LinkCounts first = LinkCounts.Count(Notation.Links("0-0 2-2 3-0"), Notation.Gold("0-0 1-1 2p2 2p3"));
        LinkCounts second = LinkCounts.Count(Notation.Links("0-1 4-4"), Notation.Gold("0-1 2-2 3-3"));

        first.ShouldBe(new LinkCounts(3, 1, 2, 2));
        second.ShouldBe(new LinkCounts(2, 1, 1, 3));
        LinkCounts.Sum([first, second]).ShouldBe(new LinkCounts(5, 2, 3, 5));
        (first + second - second).ShouldBe(first);
    }

    [Theory]
    // Precision 2/3 and recall 1/2, as above.
    [InlineData(0.5, 4 / 7.0)]
    [InlineData(0.4, 5 / 9.0)]
    [InlineData(0.1, 20 / 39.0)]
    public void F_measure_weighs_precision_by_alpha(double alpha, double expected) =>
        new LinkCounts(3, 1, 2, 2).FMeasure(alpha).ShouldBe(expected, 1e-15);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void F_measure_refuses_weights_outside_0_to_1(double alpha) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LinkCounts(1, 1, 1, 1).FMeasure(alpha));

    [Fact]
    public void Exchanging_source_and_target_on_both_sides_changes_nothing() =>
        AlignmentGenerators.Pairs.Check(pair =>
            LinkCounts.Count(pair.Hypothesis.Swap(), pair.Gold.Swap()) == LinkCounts.Count(pair.Hypothesis, pair.Gold));

    [Fact]
    public void Error_rate_is_the_complement_of_F1_where_every_gold_link_is_sure() =>
        AlignmentGenerators.Pairs.Check(pair =>
        {
            GoldAlignment gold = new(pair.Gold.Sure, Alignment.Empty);
            LinkCounts counts = LinkCounts.Count(pair.Hypothesis, gold);
            return Math.Abs(counts.Aer - (1 - counts.F1)) < 1e-12;
        });

    [Fact]
    public void Hypothesis_between_sure_and_possible_is_perfect() =>
        AlignmentGenerators.Golds.Check(gold =>
            LinkCounts.Count(gold.Sure, gold).Aer == 0 && LinkCounts.Count(gold.Possible, gold).Aer == 0);
}
