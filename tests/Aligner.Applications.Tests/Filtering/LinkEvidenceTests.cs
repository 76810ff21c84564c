using Aligner.Applications.Filtering;
using Aligner.Applications.Tests.Pairs;

namespace Aligner.Applications.Tests.Filtering;

public class LinkEvidenceTests
{
    [Fact]
    public void Shares_are_means_of_the_best_links_by_letters()
    {
        LinkEvidence evidence = LinkEvidence.Of(
            Linked.Pair("das Haus .", "the old house .", "0-0:0.5 1-2 1-1:0.25 2-3"), new LinkSupport());

        evidence.Source.ShouldBe(((3 * 0.5f) + 4) / 7, 1e-6f);
        evidence.Target.ShouldBe(((3 * 0.5f) + (3 * 0.25f) + 5) / 11, 1e-6f);

        // 5.5 letters: "the" and most of "old".
        evidence.WorstHalf.ShouldBe(((3 * 0.5f) + (2.5f * 0.25f)) / 5.5f, 1e-6f);

        // "das" is linked by one half, so that it lacks nothing; ½ of "the" lacks nothing, and "old" lacks a quarter.
        evidence.WorstGap.ShouldBe(3 * 0.25f / 11, 1e-6f);
        evidence.Copied.ShouldBe(0);
        evidence.HasWords.ShouldBeTrue();
    }

    [Fact]
    public void A_link_of_punctuation_and_a_word_does_not_count() =>
        LinkEvidence.Of(Linked.Pair("a .", "b c", "0-0 1-1"), new LinkSupport()).Target.ShouldBe(0.5f);

    [Fact]
    public void Copies_are_words_with_letters_of_any_case() =>
        LinkEvidence.CopiedShare(Linked.Pair("Rom 2020 ist alt", "rom 2020 is old", "")).ShouldBe(3 / 12f, 1e-6f);

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    public void A_pair_with_an_empty_side_has_none(string source, string target) =>
        LinkEvidence.Of(Linked.Pair(source, target, ""), new LinkSupport()).ShouldBe(default);

    // Two pairs confirm each other; 2 / (2 + 100) of the 0.3 is taken from what nothing confirms.
    [Fact]
    public void Links_that_no_other_pair_has_count_less_but_for_copies()
    {
        LinkSupport support = new();
        support.Add(Linked.Pair("das Haus Rom", "the house Rom", "0-0 1-1 2-2"));
        support.Add(Linked.Pair("Das Auto das", "The car the", "0-0 1-1 2-2"));

        LinkEvidence.Of(Linked.Pair("DAS", "the", "0-0"), support).Source.ShouldBe(1);
        LinkEvidence.Of(Linked.Pair("Haus", "house", "0-0"), support).Source.ShouldBe(1 - (0.3f * 2 / 102), 1e-6f);
        LinkEvidence.Of(Linked.Pair("Rom", "rom", "0-0"), support).Source.ShouldBe(1);
    }

    // b and d stand together in four other pairs, which do not link them: 0.7 · 3 / (3 + 4) = 0.3 is left of the link.
    [Fact]
    public void A_link_counts_the_less_the_more_pairs_have_both_words_without_it()
    {
        LinkSupport support = new();
        for (int pair = 0; pair < 4; pair++)
        {
            support.Add(Linked.Pair("a b", "c d", "0-0"));
        }

        AlignedPair odd = Linked.Pair("b", "d", "0-0");
        support.Add(odd);

        support.Trust(odd, odd.Links.Links[0].Link).ShouldBe(1 - (0.7 * 5 / 105), 1e-9);
    }
}
