using Aligner.Tokenization.Subwords.Training;
using FsCheck;
using FsCheck.Fluent;

namespace Aligner.Tokenization.Tests.Subwords.Training;

public class LatticeTests
{
    private static readonly string[] Texts = ["a", "b", "c", "ab", "bc", "abc", "aa", "aab", "caab"];

    private static Gen<(string Run, PieceTable Pieces)> Cases { get; } =
        from length in Gen.Choose(1, 8)
        from run in Gen.ArrayOf(Gen.Elements('a', 'b', 'c'), length)
        from weights in Gen.ArrayOf(Gen.Choose(1, 1000), Texts.Length)
        select (new string(run), TinyText.Pieces([.. Texts.Zip(weights, (text, weight) => (text, weight / 1000.0))]));

    [Fact]
    public void Expected_counts_are_posteriors()
    {
        PieceTable pieces = TinyText.Pieces(("a", 0.5), ("b", 0.25), ("ab", 0.375));

        (double logProbability, double[] counts) = TinyText.Expect(TinyText.Of(("ab", 3)), pieces);

        // P(ab) = 0.375 + 0.5 × 0.25 = 0.5, of which the whole word has three quarters.
        logProbability.ShouldBe(3 * Math.Log(0.5), 1e-12);
        counts.ShouldBe([0.75, 0.75, 2.25], 1e-12);
    }

    [Fact]
    public void Expected_counts_agree_with_enumeration() => Check((run, pieces) =>
    {
        int[][] all = [.. TinyText.Segmentations(pieces, run)];
        double total = all.Sum(segmentation => TinyText.Probability(pieces, segmentation));

        (double logProbability, double[] counts) = TinyText.Expect(TinyText.Of((run, 2)), pieces);

        logProbability.ShouldBe(2 * Math.Log(total), 1e-9);
        for (int id = 0; id < pieces.Count; id++)
        {
            double expected = all.Sum(segmentation =>
                TinyText.Probability(pieces, segmentation) / total * segmentation.Count(piece => piece == id));
            counts[id].ShouldBe(2 * expected, 1e-9);
        }
    });

    [Fact]
    public void Best_segmentation_agrees_with_enumeration() => Check((run, pieces) =>
    {
        double best = TinyText.Segmentations(pieces, run).Max(found => TinyText.Probability(pieces, found));

        (double logProbability, double[] counts) = TinyText.CountBest(TinyText.Of((run, 2)), pieces);

        logProbability.ShouldBe(2 * Math.Log(best), 1e-9);
        counts.Zip(pieces.Scores, (count, score) => count * score).Sum().ShouldBe(logProbability, 1e-9);
        counts.Zip(pieces.Texts, (count, text) => count * text.Length).Sum().ShouldBe(2 * run.Length);
    });

    [Fact]
    public void Long_runs_do_not_underflow()
    {
        const int Length = 1000;
        PieceTable pieces = TinyText.Pieces(("a", 1e-9), ("aa", 1e-18));

        (double logProbability, double[] counts) = TinyText.Expect(TinyText.Of((new string('a', Length), 1)), pieces);

        // There are F(n + 1) segmentations, each with probability 1e-9 to the n; F(n) is about φ^n / √5.
        double golden = (1 + Math.Sqrt(5)) / 2;
        double segmentations = ((Length + 1) * Math.Log(golden)) - (Math.Log(5) / 2);
        logProbability.ShouldBe((Length * Math.Log(1e-9)) + segmentations, 1e-6);
        (counts[0] + (2 * counts[1])).ShouldBe(Length, 1e-6);
    }

    [Fact]
    public void Expectation_maximization_never_lowers_the_probability() => Check((run, pieces) =>
    {
        RunText text = TinyText.Of((run, 3), ("abcaab", 2), ("bca", 1));
        double last = double.NegativeInfinity;
        double total = pieces.Scores.Sum(Math.Exp);
        PieceTable model = pieces with { Scores = Array.ConvertAll(pieces.Scores, score => score - Math.Log(total)) };
        for (int iteration = 0; iteration < 5; iteration++)
        {
            (double logProbability, double[] counts) = TinyText.Expect(text, model);
            logProbability.ShouldBeGreaterThanOrEqualTo(last - 1e-9);
            last = logProbability;
            model = model with { Scores = Array.ConvertAll(counts, count => Math.Log(count / counts.Sum())) };
        }
    });

    [Fact]
    public void Renumbering_drops_pieces()
    {
        RunText text = TinyText.Of(("abcab", 1), ("caab", 2));
        PieceTable all = TinyText.Pieces(("a", 0.2), ("b", 0.1), ("c", 0.1), ("ab", 0.2), ("bc", 0.1), ("caab", 0.3));
        PieceTable some = all.Where([true, true, true, false, true, false]);
        LatticeShard shard = new(text, 0, text.Count, all.ToTrie());

        shard.Renumber([0, 1, 2, -1, 3, -1]);

        double[] counts = new double[some.Count];
        shard.Expect(Array.ConvertAll(some.Scores, Math.Exp), counts)
            .ShouldBe(TinyText.Expect(text, some).LogProbability, 1e-12);
        counts.ShouldBe(TinyText.Expect(text, some).Counts, 1e-12);
    }

    private static void Check(Action<string, PieceTable> assertion) =>
        Prop.ForAll(Cases.ToArbitrary(), sample => assertion(sample.Run, sample.Pieces))
            .Check(Config.QuickThrowOnFailure.WithReplay(2018, 7));
}
