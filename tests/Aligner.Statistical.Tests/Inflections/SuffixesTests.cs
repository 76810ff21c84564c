using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Inflections;

public class SuffixesTests
{
    [Theory]
    [InlineData("huset", 1, "t")]
    [InlineData("huset", 3, "set")]
    [InlineData("huset", 4, "")] // one letter would be left
    [InlineData("as", 1, "")]
    [InlineData("", 1, "")]
    [InlineData("ab\U0001F600\U0001F601", 2, "\U0001F600\U0001F601")]
    [InlineData("\U0001F600\U0001F601x", 1, "x")]
    public void A_suffix_leaves_two_letters_of_its_word(string word, int length, string suffix) =>
        Suffixes.Of(word, length).ToString().ShouldBe(suffix);

    [Fact]
    public void Lone_surrogates_are_letters_of_their_own() =>
        Suffixes.Of("a\uD83Dx\uD83D", 2).SequenceEqual("x\uD83D").ShouldBeTrue();
}
