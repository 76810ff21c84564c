using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class VocabularyTests
{
    [Fact]
    public void Words_are_numbered_by_first_occurrence()
    {
        Vocabulary vocabulary = new();

        int[] ids = [.. "a b a c b".Split(' ').Select(word => vocabulary.Add(word))];

        ids.ShouldBe([0, 1, 0, 2, 1]);
        vocabulary.Words.ShouldBe(["a", "b", "c"]);
        vocabulary.Count.ShouldBe(3);
        vocabulary[2].ShouldBe("c");
        vocabulary.Find("b").ShouldBe(1);
    }

    [Theory]
    [InlineData("A")] // case
    [InlineData("e\u0301")] // another spelling of the same letter
    [InlineData("")]
    public void Words_differ_by_any_character(string word) =>
        new Vocabulary(["a", "\u00E9"]).Find(word).ShouldBe(Vocabulary.Unknown);

    [Fact]
    public void Same_words_in_the_same_order_get_the_same_numbers()
    {
        Vocabulary copy = new(["x", "y"]);

        copy.Add("z").ShouldBe(2);
        copy.Find("y").ShouldBe(1);
    }

    [Fact]
    public void Repeated_words_are_refused() => Should.Throw<ArgumentException>(() => new Vocabulary(["x", "x"]));
}
