using Aligner.Applications.Tagging;
using Aligner.Applications.Tests.Pairs;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Tagging;

public class TaggedTranslationTests
{
    private const WordTag Ok = WordTag.Ok, Substituted = WordTag.Substituted, Deleted = WordTag.Deleted,
        Shifted = WordTag.Shifted;

    // "small" becomes "little", "very" goes, "and" and "blue" are missing.
    [Fact]
    public void Words_are_kept_substituted_deleted_and_inserted()
    {
        TaggedTranslation tagged = TaggedTranslation.Of(
            Linked.Pair("the very small house", "the little and blue house", "0-0 2-1 3-4"));

        tagged.Words.ShouldBe([Ok, Deleted, Substituted, Ok]);
        tagged.MissingWords.ShouldBe([0, 0, 0, 2, 0]);
        tagged.Counts.ShouldBe(new EditCounts(1, 1, 2, 0, 5));
        tagged.Counts.Rate.ShouldBe(4 / 5.0);
    }

    // "c d" moves to the front as one.
    [Fact]
    public void Neighbors_that_move_together_are_one_shift()
    {
        TaggedTranslation tagged = TaggedTranslation.Of(Linked.Pair("a b e c d", "c d a b e", "0-2 1-3 2-4 3-0 4-1"));
        tagged.Words.ShouldBe([Ok, Ok, Ok, Shifted, Shifted]);
        tagged.Counts.ShouldBe(new EditCounts(0, 0, 0, 1, 5));
    }

    [Fact]
    public void Words_that_move_apart_are_several_shifts() =>
        TaggedTranslation.Of(Linked.Pair("a b c d", "b a d c", "0-1 1-0 2-3 3-2")).Counts.Shifts.ShouldBe(2);

    [Fact]
    public void A_word_that_moves_and_becomes_another_counts_twice()
    {
        TaggedTranslation tagged = TaggedTranslation.Of(Linked.Pair("a b c", "x a b", "0-1 1-2 2-0"));
        tagged.Words.ShouldBe([Ok, Ok, Shifted]);
        tagged.Counts.ShouldBe(new EditCounts(1, 0, 0, 1, 3));
    }

    // Both words of the reference are linked with the first word; the equal one is its match.
    [Fact]
    public void Equal_words_are_matched_first_and_then_probable_ones()
    {
        TaggedTranslation.Of(Linked.Pair("a b", "b a", "0-0:0.9 0-1:0.1 1-0:0.2")).Words.Count(tag => tag == Ok)
            .ShouldBe(1);
        TaggedTranslation.Of(Linked.Pair("a b", "x y", "0-0:0.5 1-0:0.6 0-1:0.1")).Counts.Substitutions.ShouldBe(2);
        TaggedTranslation.Of(Linked.Pair("a b", "x", "0-0:0.5 1-0:0.6")).Words.ShouldBe([Deleted, Substituted]);
    }

    // Of the reference "the little and blue house", "the" and "house" are kept; the fifth word has no link.
    [Fact]
    public void Words_of_the_original_are_bad_if_they_are_linked_with_a_word_that_was_not_kept()
    {
        TaggedTranslation tagged = TaggedTranslation.Of(
            Linked.Pair("the very small house", "the little and blue house", "0-0 2-1 3-4"));

        tagged.KeptReference.ShouldBe([true, false, false, false, true]);
        tagged.TagOriginal(
            Alignment.Of(new Link(0, 0), new Link(1, 4), new Link(2, 1), new Link(3, 2), new Link(3, 4)), 5)
            .ShouldBe([true, true, false, false, true]);
        Should.Throw<ArgumentException>(() => tagged.TagOriginal(Alignment.Of(new Link(0, 5)), 1));
    }

    // Both words are in the reference, but "b" has moved.
    [Fact]
    public void A_word_that_has_moved_is_not_kept() =>
        TaggedTranslation.Of(Linked.Pair("a b c", "b a c", "0-1 1-0 2-2")).KeptReference.Count(kept => kept)
            .ShouldBe(2);

    [Fact]
    public void Case_can_be_ignored()
    {
        TaggedTranslation.Of(Linked.Pair("The", "the", "0-0")).Words.ShouldBe([Substituted]);
        TaggedTranslation.Of(Linked.Pair("The", "the", "0-0"), ignoreCase: true).Words.ShouldBe([Ok]);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "a b", 1)]
    [InlineData("a b", "", 2)]
    public void Empty_sides_are_all_insertions_or_deletions(string translation, string reference, double rate)
    {
        TaggedTranslation tagged = TaggedTranslation.Of(Linked.Pair(translation, reference, ""));
        tagged.Counts.Rate.ShouldBe(rate);
        tagged.MissingWords.Count.ShouldBe(tagged.Words.Count + 1);
    }

    // All permutations of five, against all subsets of them.
    [Fact]
    public void The_longest_rise_is_that_of_all_subsets()
    {
        foreach (int[] values in Permutations([0, 1, 2, 3, 4]))
        {
            bool[] rise = LongestRise.Of(values);
            int[] chosen = [.. values.Where((_, place) => rise[place])];
            chosen.ShouldBe(chosen.Order());
            int longest = Enumerable.Range(0, 32)
                .Select(subset => values.Where((_, place) => (subset >> place & 1) == 1).ToArray())
                .Where(candidate => candidate.SequenceEqual(candidate.Order()))
                .Max(candidate => candidate.Length);
            chosen.Length.ShouldBe(longest);
        }
    }

    private static IEnumerable<int[]> Permutations(int[] values) => values.Length == 0
        ? [[]]
        : values.SelectMany(first => Permutations([.. values.Where(value => value != first)]).Select(
            rest => (int[])[first, .. rest]));
}
