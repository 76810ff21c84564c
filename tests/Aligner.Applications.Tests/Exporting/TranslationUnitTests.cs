using Aligner.Applications.Exporting;
using Aligner.Applications.Tests.Pairs;

namespace Aligner.Applications.Tests.Exporting;

public class TranslationUnitTests
{
    [Fact]
    public void Words_that_are_linked_with_each_other_alone_are_units() =>
        TranslationUnit.Of(Linked.Pair("a b c", "x y", "0-1:0.5 2-0:0.25")).ShouldBe(
        [
            new TranslationUnit(new WordSpan(0, 1), new WordSpan(1, 2), 0.5f),
            new TranslationUnit(new WordSpan(2, 3), new WordSpan(0, 1), 0.25f),
        ]);

    // "im" = "in the"; "stehe ... auf" = "get up" with a word in between.
    [Fact]
    public void Several_words_are_a_unit_if_they_are_neighbors_on_both_sides()
    {
        TranslationUnit.Of(Linked.Pair("im Garten", "in the garden", "0-0 0-1 1-2")).Select(unit => unit.Target)
            .ShouldBe([new WordSpan(0, 2), new WordSpan(2, 3)]);
        TranslationUnit.Of(Linked.Pair("ich stehe um auf", "I get up at", "0-0 1-1 1-2 2-3 3-1 3-2"))
            .Select(unit => unit.Source).ShouldBe([new WordSpan(0, 1), new WordSpan(1, 4)]);
    }

    [Fact]
    public void Words_whose_targets_have_another_word_between_them_with_a_link_elsewhere_are_none() =>
        TranslationUnit.Of(Linked.Pair("a b", "x y z", "0-0 0-2 1-1")).Select(unit => unit.Source)
            .ShouldBe([new WordSpan(1, 2)]);

    [Fact]
    public void Given_words_are_a_unit_if_no_link_leaves_them()
    {
        TranslationUnit.Of(Linked.Pair("New York is", "is New York", "0-1:0.5 1-2 2-0"), new WordSpan(0, 2))
            .ShouldBe(new TranslationUnit(new WordSpan(0, 2), new WordSpan(1, 3), 0.5f));
        TranslationUnit.Of(Linked.Pair("a b", "x", "0-0 1-0"), new WordSpan(0, 1)).ShouldBeNull();
        TranslationUnit.Of(Linked.Pair("a b", "x", "0-0"), new WordSpan(1, 2)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 1)]
    [InlineData(1, 1)]
    public void Words_outside_of_the_pair_are_refused(int start, int end) => Should.Throw<ArgumentOutOfRangeException>(
        () => TranslationUnit.Of(Linked.Pair("a b", "x", "0-0"), new WordSpan(start, end)));
}
