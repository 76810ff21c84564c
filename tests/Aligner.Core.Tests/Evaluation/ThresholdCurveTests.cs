using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class ThresholdCurveTests
{
    [Fact]
    public void Each_point_counts_the_links_that_reach_its_threshold()
    {
        ScoredLink[] links =
        [
            new(new Link(0, 0), 1), new(new Link(0, 1), 0.5f), new(new Link(1, 1), 0.48f), new(new Link(2, 2), 0.019f),
        ];
        IReadOnlyList<ThresholdPoint> curve = ThresholdCurve.Of([links], [Notation.Gold("0-0 1-1 0p1")]);

        curve.Count.ShouldBe(51);
        curve.Select(point => point.Threshold).ShouldBe(Enumerable.Range(0, 51).Select(step => step / 50.0));
        curve[0].Counts.ShouldBe(new LinkCounts(4, 2, 3, 2));
        curve[1].Counts.ShouldBe(new LinkCounts(3, 2, 3, 2));
        curve[24].Counts.ShouldBe(new LinkCounts(3, 2, 3, 2));
        curve[25].Counts.ShouldBe(new LinkCounts(2, 1, 2, 2));
        curve[26].Counts.ShouldBe(new LinkCounts(1, 1, 1, 2));
        curve[50].Counts.ShouldBe(new LinkCounts(1, 1, 1, 2));
    }

    [Fact]
    public void Every_threshold_is_reached_by_a_link_of_its_own_probability()
    {
        for (int step = 0; step <= 50; step++)
        {
            ScoredLink link = new(new Link(0, 0), (float)(step / 50.0));
            IReadOnlyList<ThresholdPoint> curve = ThresholdCurve.Of([[link]], [Notation.Gold("0-0")]);
            curve.Count(point => point.Counts.Predicted == 1).ShouldBe(step + 1);
        }
    }

    [Fact]
    public void Pairs_are_counted_by_the_words_of_both_sides()
    {
        SentenceLengths[] lengths = [new(5, 5), new(5, 6), new(40, 40), new(41, 40)];
        LinkCounts[] counts = [.. lengths.Select((_, pair) => new LinkCounts(pair + 1, 0, 0, 0))];
        LengthBreakdown.Of(counts, lengths).Rows.Select(row => (row.Name, row.Counts.Predicted)).ShouldBe(
            [("1-10", 1), ("11-20", 2), ("21-40", 0), ("41-60", 0), ("61-80", 3), (">80", 4)]);
    }
}
