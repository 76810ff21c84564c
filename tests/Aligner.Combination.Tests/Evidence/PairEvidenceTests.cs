using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Evidence;

public class PairEvidenceTests
{
    private static readonly Opinion Forward = new(ExpertKind.Forward, [[0.5f, 0.25f], [0, 0.75f]])
    {
        Name = "forward",
        LogProbability = -2,
    };

    private static readonly Opinion Reverse = new(ExpertKind.Reverse, [[1, 0], [0.25f, 0.125f]])
    {
        Name = "reverse",
        LogProbability = -5,
    };

    private static readonly Opinion Samplers = new(ExpertKind.Forward, [[0.25f, 0.75f], [0.5f, 0.25f]])
    {
        Name = "samplers",
    };

    private static readonly Opinion Encoder = new(ExpertKind.Joint, [[0.875f, 0], [0, 0.875f]]) { Name = "encoder" };

    private static readonly Opinion Rule = new(ExpertKind.Addition, [[0, 0], [0.625f, 0]]) { Name = "rule" };

    [Fact]
    public void A_direction_is_the_mean_of_its_experts()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse, Samplers);
        MadeUp.Rows(pair.Forward).ShouldBe([[0.375f, 0.5f], [0.25f, 0.5f]]);
        MadeUp.Rows(pair.Reverse).ShouldBe(Reverse.Rows);
        MadeUp.Rows(pair.Mean).ShouldBe([[0.6875f, 0.25f], [0.25f, 0.3125f]]);
    }

    [Fact]
    public void Experts_that_have_not_judged_do_not_count()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse, Samplers with { Rows = null });
        MadeUp.Rows(pair.Forward).ShouldBe(Forward.Rows);
        MadeUp.Rows(pair.Mean).ShouldBe([[0.75f, 0.125f], [0.125f, 0.4375f]]);
        pair.HasJudged(0).ShouldBeTrue();
        pair.HasJudged(2).ShouldBeFalse();
    }

    [Fact]
    public void One_that_has_not_judged_is_spoken_for_by_the_first_of_its_direction()
    {
        Opinion silent = new(ExpertKind.Reverse, null) { Name = "silent" };
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse, Samplers with { Rows = null }, silent);
        MadeUp.Rows(pair[2]).ShouldBe(Forward.Rows);
        MadeUp.Rows(pair[3]).ShouldBe(Reverse.Rows);
        MadeUp.Rows(MadeUp.Pair(2, 2, Forward, Reverse, Samplers)[2]).ShouldBe(Samplers.Rows);
    }

    [Fact]
    public void Nobody_speaks_for_one_without_a_direction()
    {
        PairEvidence pair = MadeUp.Pair(
            2, 2, Forward, Reverse, Encoder, Encoder with { Name = "another", Rows = null }, Rule with { Rows = null });
        MadeUp.Rows(pair[3]).ShouldBe([[0, 0], [0, 0]]);
        MadeUp.Rows(pair[4]).ShouldBe([[0, 0], [0, 0]]);
    }

    [Fact]
    public void Only_directions_count_for_the_mean() =>
        MadeUp.Rows(MadeUp.Pair(2, 2, Encoder, Forward, Rule, Reverse).Mean)
            .ShouldBe(MadeUp.Rows(MadeUp.Pair(2, 2, Forward, Reverse).Mean));

    /// <summary>−2 and −5; the samplers know none.</summary>
    [Fact]
    public void The_score_of_a_pair_is_the_mean_of_those_who_know_one() =>
        MadeUp.Pair(2, 2, Forward, Reverse, Samplers, Encoder).LogProbability.ShouldBe(-3.5);

    [Fact]
    public void Rounding_never_lifts_a_score_above_0() =>
        MadeUp.Pair(2, 2, Forward with { LogProbability = 1e-9 }).LogProbability.ShouldBe(0);

    [Fact]
    public void A_pair_that_no_expert_has_a_score_for_gets_that_of_its_links()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward with { LogProbability = null });

        pair.LogProbability.ShouldBeNull();
        pair.Score([new ScoredLink(new Link(0, 1), 0.5f)]).LogProbability.ShouldBe(Math.Log(0.25), 1e-12);
        pair.Score([]).LogProbability.ShouldBe(ScoredAlignment.LogZero);
    }

    /// <summary>Inflections look at the mean before others judge.</summary>
    [Fact]
    public void The_mean_is_that_of_those_who_have_judged_so_far()
    {
        PairEvidence pair = MadeUp.Pair(
            2, 2, Forward, Reverse, Samplers with { Rows = null }, Rule with { Rows = null });
        MadeUp.Rows(pair.Mean)[0].ShouldBe([0.75f, 0.125f]);
        MadeUp.Fill(pair.Judge(3), Rule.Rows!);
        MadeUp.Rows(pair.Mean)[0].ShouldBe([0.75f, 0.125f]);
        MadeUp.Fill(pair.Judge(2), Samplers.Rows!);
        MadeUp.Rows(pair.Mean)[0].ShouldBe([0.6875f, 0.25f]);
        pair.Mean.Totals.Row(1).Best.ShouldBe(0.6875f);
    }

    [Fact]
    public void The_first_of_a_kind_is_found()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Encoder, Forward, Samplers);
        pair.IndexOf(ExpertKind.Forward).ShouldBe(1);
        pair.IndexOf(ExpertKind.Joint).ShouldBe(0);
        pair.IndexOf(ExpertKind.BestReverse).ShouldBe(-1);
    }

    /// <summary>Nothing of one pair is left when the next one comes, be it shorter or longer.</summary>
    [Fact]
    public void Evidence_is_that_of_the_pair_at_hand()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse, Samplers);
        MadeUp.Rows(pair.Mean)[0].ShouldBe([0.6875f, 0.25f]);
        MadeUp.Judge(
            pair,
            1,
            3,
            Forward with { Rows = [[0.5f, 0, 0]], LogProbability = null },
            Reverse with { Rows = [[0, 0.25f, 0]], LogProbability = -1 });

        MadeUp.Rows(pair.Mean).ShouldBe([[0.25f, 0.125f, 0]]);
        MadeUp.Rows(pair[2]).ShouldBe([[0.5f, 0, 0]]);
        pair.LogProbability.ShouldBe(-1);
        pair.HasJudged(2).ShouldBeFalse();
        (pair.SourceLength, pair.TargetLength).ShouldBe((1, 3));
    }

    [Fact]
    public void A_pair_that_nobody_has_judged_has_no_links_and_no_words()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse);
        pair.Mean.Row(0)[0].ShouldBe(0.75f);
        pair.Begin(1, 1);
        MadeUp.Rows(pair.Mean).ShouldBe([[0]]);
        MadeUp.Rows(pair[0]).ShouldBe([[0]]);
        pair.SourceWords.ShouldBeEmpty();
        pair.TargetWords.ShouldBeEmpty();
    }
}
