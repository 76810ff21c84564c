using Aligner.Core.Alignments;
using Aligner.Core.Evaluation;

namespace Aligner.Core.Tests.Evaluation;

public class EvaluatorTests
{
    private static readonly GoldSet Gold = Notation.GoldSet("0-0 1-1 2p2 2p3", "0-1 2-2 3-3", "");
    private static readonly Hypothesis Good = Notation.Hypothesis("0-0 1-1 2-2", "0-1 2-2", "") with { Name = "good" };
    private static readonly Hypothesis Bad = Notation.Hypothesis("0-0 2-2 3-0", "0-1 4-4", "0-0") with { Name = "bad" };

    [Fact]
    public void Report_holds_each_system_and_each_sentence()
    {
        EvaluationReport report = Evaluator.Evaluate(Gold, [Good, Bad], new EvaluationOptions());

        report.Sentences.ShouldBe(3);
        report.Systems.Select(system => system.Name).ShouldBe(["good", "bad"]);
        SystemReport bad = report.Systems[1];
        bad.Sentences.ShouldBe([new(3, 1, 2, 2), new(2, 1, 1, 3), new(1, 0, 0, 0)]);
        bad.Score.Counts.ShouldBe(new LinkCounts(6, 2, 3, 5));
        bad.Score.Precision.Value.ShouldBe(3 / 6.0);
        bad.Score.Recall.Value.ShouldBe(2 / 5.0);
        bad.Score.Aer.Value.ShouldBe(6 / 11.0, 1e-12);
        bad.Score.Aer.Interval!.Value.Low.ShouldBeLessThan(bad.Score.Aer.Value);
        bad.Score.Aer.Interval.Value.High.ShouldBeGreaterThan(bad.Score.Aer.Value);
    }

    [Fact]
    public void Null_words_at_the_end_show_with_the_bitexts_lengths()
    {
        GoldSet gold = Gold with { Lengths = [new(3, 4), new(4, 4), new(2, 1)] };

        // Unaligned in the gold: source 1 and target 0 of the second pair, all three words of the third.
        // Unaligned by "good": also target 3 of the first pair and word 3 on both sides of the second.
        Evaluator.Evaluate(gold, [Good], new EvaluationOptions()).Systems[0].NullWords.ShouldBe(new(5, 8, 5));
        Evaluator.Evaluate(Gold, [Good], new EvaluationOptions()).Systems[0].NullWords.ShouldBe(new(2, 5, 2));
    }

    [Fact]
    public void Others_are_compared_with_the_baseline()
    {
        EvaluationReport report = Evaluator.Evaluate(Gold, [Good, Bad, Good], new EvaluationOptions { Baseline = 1 });

        report.Comparisons.Select(comparison => (comparison.System, comparison.Baseline, comparison.Metric)).ShouldBe(
        [
            ("good", "bad", Metric.Aer), ("good", "bad", Metric.F1),
            ("good", "bad", Metric.Aer), ("good", "bad", Metric.F1),
        ]);
        report.Comparisons[0].Delta.Value.ShouldBe(
            report.Systems[0].Score.Aer.Value - report.Systems[1].Score.Aer.Value);
    }

    [Fact]
    public void System_scores_the_same_alone_and_in_company()
    {
        SystemReport alone = Evaluator.Evaluate(Gold, [Bad], new EvaluationOptions()).Systems[0];
        SystemReport inCompany = Evaluator.Evaluate(Gold, [Good, Bad], new EvaluationOptions()).Systems[1];

        inCompany.Score.ShouldBe(alone.Score);
        inCompany.Distances.Rows.ShouldBe(alone.Distances.Rows);
    }

    [Fact]
    public void Possible_links_can_be_left_out()
    {
        EvaluationReport report = Evaluator.Evaluate(Gold, [Good], new EvaluationOptions { CountPossible = false });

        report.Systems[0].Score.Counts.ShouldBe(new LinkCounts(5, 4, 4, 5));
    }

    [Fact]
    public void Without_resamples_there_are_no_intervals_and_no_comparisons()
    {
        EvaluationReport report = Evaluator.Evaluate(Gold, [Good, Bad], new EvaluationOptions { Resamples = 0 });

        report.Systems[0].Score.F1.Interval.ShouldBeNull();
        report.Comparisons.ShouldBeEmpty();
    }

    [Fact]
    public void Corpus_of_no_sentences_is_perfect()
    {
        EvaluationReport report =
            Evaluator.Evaluate(Notation.GoldSet(), [Notation.Hypothesis()], new EvaluationOptions());

        report.Systems[0].Score.Aer.ShouldBe(new Estimate(0, new Interval(0, 0)));
    }

    [Fact]
    public void Hypothesis_of_another_length_is_refused_with_both_lengths() =>
        Should.Throw<DataException>(() =>
                Evaluator.Evaluate(Gold, [Good, Notation.Hypothesis("0-0")], new EvaluationOptions()))
            .Message.ShouldBe("hyp.txt: 1 alignments, but gold.txt has 3");

    // 0-0 is in both, 5-5 is in both too but outside a pair of two words each.
    [Fact]
    public void A_link_outside_its_pair_is_never_correct()
    {
        Alignment links = Alignment.Of(new Link(0, 0), new Link(5, 5));
        GoldSet gold = new("gold", [new GoldAlignment(links, Alignment.Empty)], [new SentenceLengths(2, 2)]);

        EvaluationReport report = Evaluator.Evaluate(
            gold, [new Hypothesis("links", [links])], new EvaluationOptions { Resamples = 0 });

        report.Systems[0].Sentences.ShouldBe([new LinkCounts(2, 1, 1, 2)]);
    }

    [Fact]
    public void Bitext_of_another_length_is_refused_with_both_lengths() =>
        Should.Throw<DataException>(() =>
                Evaluator.Evaluate(Gold with { Lengths = [new(3, 4)] }, [Good], new EvaluationOptions()))
            .Message.ShouldBe("gold.txt: 3 alignments, but its bitext has 1 sentence pairs");

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    public void Options_out_of_range_are_refused(int resamples, int baseline) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Evaluator.Evaluate(
            Gold, [Good], new EvaluationOptions { Resamples = resamples, Baseline = baseline }));
}
