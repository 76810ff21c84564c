using Aligner.Combination.Evidence;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;

namespace Aligner.Statistical.Tests.Experts;

public class WordTraitTableTests
{
    private static readonly WordTraitTable Table =
        new(new Vocabulary(["The", "."]), new WordFrequencies([3, 1]));

    /// <summary>Of four tokens three are "The"; a word that never came counts as half a token.</summary>
    [Fact]
    public void Each_word_has_the_traits_of_its_spelling_and_frequency() => Table
        .Of(new EncodedSentence([new int[] { 1, 0, -1 }], [null, null, "Haus"]))
        .ShouldBe(
        [
            new WordTraits(".", true, MathF.Log(0.25f)),
            new WordTraits("the", false, MathF.Log(0.75f)),
            new WordTraits("haus", false, MathF.Log(0.125f)),
        ]);

    /// <summary>Unknown words share a number, but not their traits.</summary>
    [Fact]
    public void Unknown_words_are_told_apart() => Table
        .Of(new EncodedSentence([new int[] { -1, -1 }], ["!", "x"]))
        .Select(word => word.IsPunctuation).ShouldBe([true, false]);

    [Fact]
    public void A_word_is_described_once()
    {
        EncodedSentence sentence = new([new int[] { 0 }]);
        Table.Of(sentence)[0].ShouldBeSameAs(Table.Of(sentence)[0]);
    }
}
