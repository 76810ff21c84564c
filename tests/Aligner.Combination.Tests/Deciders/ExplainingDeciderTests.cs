using Aligner.Combination.Deciders;
using Aligner.Combination.Evidence;
using Aligner.Core.Alignments;

namespace Aligner.Combination.Tests.Deciders;

public class ExplainingDeciderTests
{
    private static readonly Opinion Forward = new(ExpertKind.Forward, [[0.9f, 0.04f], [0, 0.64f]]);
    private static readonly Opinion Reverse = new(ExpertKind.Reverse, [[0.4f, 0.25f], [0, 1.0000001f]]);
    private static readonly Opinion Silent = new(ExpertKind.Joint, null);

    /// <summary>The means of 0-0 and 1-1 are 0.65 and 0.82. The third expert has not judged.</summary>
    [Fact]
    public void Each_expert_that_has_judged_is_told_for_each_link()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse, Silent);
        ScoredAlignment explained = Decide(new MergeOptions { Explain = true }, pair);

        explained.ToAlignment().ToString().ShouldBe("0-0 1-1");
        explained.Judgments.Select(judgment => judgment.Expert).ShouldBe(["Forward", "Reverse"]);
        explained.Judgments[0].Links.ShouldBe([new(new Link(0, 0), 0.9f), new(new Link(1, 1), 0.64f)]);
        explained.Judgments[1].Links.ShouldBe([new(new Link(0, 0), 0.4f), new(new Link(1, 1), 1)]);
    }

    [Fact]
    public void Nothing_else_changes()
    {
        PairEvidence pair = MadeUp.Pair(2, 2, Forward, Reverse);
        ScoredAlignment plain = Decide(new MergeOptions(), pair);
        ScoredAlignment explained = Decide(new MergeOptions { Explain = true }, pair);

        plain.Judgments.ShouldBeEmpty();
        explained.Links.ShouldBe(plain.Links);
        explained.LogProbability.ShouldBe(plain.LogProbability);
    }

    private static ScoredAlignment Decide(MergeOptions options, PairEvidence pair) =>
        options.CreateDecider(pair.Experts).Decide(pair);
}
