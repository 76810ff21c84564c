using Aligner.Applications.Projection;

namespace Aligner.Applications.Tests.Projection;

public class SpanScoresTests
{
    [Fact]
    public void Spans_are_right_with_the_same_words_and_type()
    {
        SpanScores scores = new();
        scores.Add([new(0, 2, "A"), new(3, 4, "B")], [new(0, 2, "A"), new(3, 4, "A"), new(5, 6, "B")]);

        scores.Types["A"].ShouldBe(new SpanCounts(Predicted: 1, Gold: 2, Right: 1));
        scores.Types["B"].ShouldBe(new SpanCounts(Predicted: 1, Gold: 1, Right: 0));
        scores.All.F1.ShouldBe(2 / 5.0);
        scores.Types["A"].Precision.ShouldBe(1);
        scores.Types["A"].Recall.ShouldBe(0.5);
    }

    [Fact]
    public void Nothing_predicted_of_nothing_is_right() => new SpanScores().All.F1.ShouldBe(1);
}
