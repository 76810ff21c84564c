using Aligner.Applications.Views;
using Aligner.Core;
using Aligner.Core.Formats;

namespace Aligner.Applications.Tests.Views;

public class PairSelectionTests
{
    [Fact]
    public void Nothing_is_read_after_the_last_line_that_is_wanted()
    {
        PairSelection selection = new() { Lines = LineRanges.Parse("2,4") };
        int read = 0;
        Lines(selection.Apply(Scored(0, 0, 0, 0, 0, 0).Select(pair =>
        {
            read++;
            return pair;
        }))).ShouldBe([2, 4]);
        read.ShouldBe(4);
    }

    [Fact]
    public void The_worst_pairs_by_score_come_first() =>
        Lines(new PairSelection { Worst = 2 }.Apply(Scored(-1, -3, -0.5, -2))).ShouldBe([2, 4]);

    [Fact]
    public void Gold_decides_which_pair_is_worst_whatever_the_scores()
    {
        ViewedPair right = ViewedPairs.Of("a b ||| c d", [(0, 0)], [(0, 0)]);
        ViewedPair wrong = ViewedPairs.Of("a b ||| c d", [(0, 0)], [(1, 1)]) with { Line = 2 };
        Lines(new PairSelection { Worst = 2 }.Apply([right, wrong])).ShouldBe([2, 1]);
        Lines(new PairSelection { ErrorsOnly = true }.Apply([right, wrong])).ShouldBe([2]);
    }

    [Fact]
    public void The_worst_pairs_are_unknown_without_gold_and_scores() =>
        Should.Throw<DataException>(() => new PairSelection { Worst = 1 }
            .Apply([ViewedPairs.Of("a ||| b", null, [(0, 0)])]).ToList());

    [Fact]
    public void A_sample_as_large_as_the_text_is_the_text() =>
        Lines(new PairSelection { Sample = 4 }.Apply(Scored(0, 0, 0, 0))).ShouldBe([1, 2, 3, 4]);

    [Fact]
    public void Every_pair_is_drawn_as_often_as_every_other()
    {
        // 3 of 10 in 3,000 draws: each is expected 900 times, with a standard deviation of 25.
        ViewedPair[] pairs = [.. Scored(new double[10])];
        int[] counts = new int[10];
        for (ulong seed = 0; seed < 3000; seed++)
        {
            foreach (ViewedPair pair in new PairSelection { Sample = 3, Seed = seed }.Apply(pairs))
            {
                counts[pair.Line - 1]++;
            }
        }

        counts.Sum().ShouldBe(9000);
        counts.ShouldAllBe(count => Math.Abs(count - 900) < 100);
    }

    private static IEnumerable<ViewedPair> Scored(params double[] scores) => scores.Select((score, index) =>
        ViewedPairs.Of("a ||| b", null) with
        {
            Line = index + 1,
            Systems = [AnnotatedAlignment.Empty with { LogProbability = score }],
        });

    private static long[] Lines(IEnumerable<ViewedPair> pairs) => [.. pairs.Select(pair => pair.Line)];
}
