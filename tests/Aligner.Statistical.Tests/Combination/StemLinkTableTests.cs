using Aligner.Core.Alignments;
using Aligner.Statistical.Combination;

namespace Aligner.Statistical.Tests.Combination;

public class StemLinkTableTests
{
    /// <summary>Stem 3 twice beside 5 in the first pair, of which both links count, once in the second.</summary>
    private static readonly StemLinkTable Text = StemLinkTable.Of(
    [
        new PairLinks(
            new StemmedPair(new[] { 3, 3, 4 }, new[] { 5 }),
            [new ScoredLink(new Link(0, 0), 0.5f), new ScoredLink(new Link(1, 0), 0.25f)]),
        new PairLinks(
            new StemmedPair(new[] { 3 }, new[] { 6, 5 }), [new ScoredLink(new Link(0, 1), 0.125f)]),
        new PairLinks(new StemmedPair(new[] { 3 }, new[] { 6 }), []),
    ]);

    [Fact]
    public void Links_are_summed_and_pairs_counted_but_for_the_one_at_hand()
    {
        Text.Without(3, 5, 0.75).ShouldBe(new StemCounts(0.125, Together: 1, Source: 2, Target: 1));
        Text.Without(3, 5, 0.125).ShouldBe(new StemCounts(0.75, Together: 1, Source: 2, Target: 1));
    }

    [Fact]
    public void Stems_without_possible_links_are_not_linked() =>
        Text.Without(3, 6, 0).ShouldBe(new StemCounts(0, Together: 0, Source: 2, Target: 1));

    [Fact]
    public void What_the_text_does_not_have_counts_nothing() =>
        Text.Without(8, 9, 0.5).ShouldBe(new StemCounts(0, 0, 0, 0));

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(9_999, true)]
    [InlineData(10_000, false)]
    public void Texts_are_neither_too_short_nor_too_long(int pairs, bool suits) =>
        StemLinkTable.Suits(pairs).ShouldBe(suits);
}
