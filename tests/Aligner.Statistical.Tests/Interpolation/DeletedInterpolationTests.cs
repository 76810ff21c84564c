using Aligner.Core.Alignments;
using Aligner.Statistical.Interpolation;

namespace Aligner.Statistical.Tests.Interpolation;

public class DeletedInterpolationTests
{
    private static readonly ScoredLink[] Straight = [new(new Link(0, 0), 1), new(new Link(1, 1), 1)];
    private static readonly ScoredLink[] Crossed = [new(new Link(0, 1), 1), new(new Link(1, 0), 1)];

    [Fact]
    public void Links_whose_words_come_together_again_explain_more()
    {
        // Word i is translated by i alone; beside it stand other words each time.
        TwiceLinkedPair[] counted = [Pair(0, 1), Pair(2, 3), Pair(4, 5)];
        TwiceLinkedPair[] heldOut = [Pair(0, 3), Pair(2, 5), Pair(4, 1)];
        (double own, double prior) = DeletedInterpolation.Explain(counted, heldOut);
        own.ShouldBe(12, 1e-6);
        prior.ShouldBe(0, 1e-6);
        (double nothing, double all) = DeletedInterpolation.Explain([.. counted.Select(Exchange)], heldOut);
        (nothing, all).ShouldBe((prior, own));
    }

    [Fact]
    public void Where_no_link_tells_anything_words_are_explained_by_how_frequent_they_are() =>
        DeletedInterpolation.Explain([Pair(0, 1)], [Pair(2, 3)]).ShouldBe((0, 0));

    [Fact]
    public void The_same_links_explain_the_same()
    {
        TwiceLinkedPair[] pairs = [.. new[] { Pair(0, 1), Pair(1, 2) }.Select(pair => pair with { Prior = pair.Own })];
        (double own, double prior) = DeletedInterpolation.Explain(pairs, pairs);
        own.ShouldBe(prior);
        own.ShouldBeGreaterThan(3);
    }

    private static TwiceLinkedPair Pair(int one, int other) => new([one, other], [one, other], Straight, Crossed);

    private static TwiceLinkedPair Exchange(TwiceLinkedPair pair) =>
        pair with { Own = pair.Prior, Prior = pair.Own };
}
