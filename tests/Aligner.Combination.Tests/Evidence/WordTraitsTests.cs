using Aligner.Combination.Evidence;

namespace Aligner.Combination.Tests.Evidence;

public class WordTraitsTests
{
    [Theory]
    [InlineData("House", "house", false)]
    [InlineData("1984", "1984", false)]
    [InlineData("n't", "n't", false)]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ", false)]
    [InlineData("家", "家", false)]
    [InlineData("...", "...", true)]
    [InlineData("«", "«", true)]
    [InlineData("𝒜", "𝒜", false)] // a letter of two UTF-16 units
    [InlineData("😀", "😀", true)]
    public void A_word_is_known_in_lower_case_and_as_punctuation_or_not(string word, string text, bool isPunctuation) =>
        WordTraits.Of(word, -5).ShouldBe(new WordTraits(text, isPunctuation, -5));
}
