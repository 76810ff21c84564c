using Aligner.Statistical.Corpora;
using Aligner.Tokenization.Normalization;

namespace Aligner.Statistical.Tests.Corpora;

public class WordFactorTests
{
    private readonly WordFactor _factor = new(
        new Vocabulary(["Katze", "Hund", "katzen", "Hunde", "Kater", "Ei"]),
        new WordNormalizer(new NormalizationOptions { Lowercase = true, StemLength = 3 }));

    [Fact]
    public void Values_are_numbered_by_first_occurrence()
    {
        _factor.Values.Words.ShouldBe(["kat", "hun", "ei"]);
        Enumerable.Range(0, 6).Select(_factor.Of).ShouldBe([0, 1, 0, 1, 0, 2]);
    }

    [Theory]
    [InlineData("Katzenfutter", 0)]
    [InlineData("HUNGER", 1)]
    [InlineData("ei", 2)]
    [InlineData("Eis", Vocabulary.Unknown)] // longer than the value that begins like it
    [InlineData("Maus", Vocabulary.Unknown)]
    public void An_unknown_word_has_the_value_of_those_that_begin_like_it(string word, int value)
    {
        _factor.Find(word).ShouldBe(value);
        _factor.Values.Count.ShouldBe(3);
    }
}
