using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class WordFrequenciesTests
{
    [Fact]
    public void Tokens_are_counted()
    {
        WordFrequencies frequencies = WordFrequencies.Of([2, 0, 2, 2], 4);
        frequencies.Counts.ShouldBe([1, 0, 3, 0]);
        frequencies.Log(2).ShouldBe((float)Math.Log(0.75), 1e-6f);
    }

    [Fact]
    public void A_word_that_never_came_counts_as_half_a_token()
    {
        WordFrequencies frequencies = new([3, 0, 1]);
        frequencies.Log(1).ShouldBe((float)Math.Log(0.125), 1e-6f);
        frequencies.Log(Vocabulary.Unknown).ShouldBe((float)Math.Log(0.125), 1e-6f);
    }

    [Fact]
    public void Without_text_no_word_is_frequent() =>
        new WordFrequencies([0, 0]).Log(1).ShouldBe(float.NegativeInfinity);

    [Fact]
    public void Words_of_an_earlier_text_are_added()
    {
        WordFrequencies sum = new WordFrequencies([1, 2]).With(
            new WordFrequencies([10, 20, 30]), new Vocabulary(["b", "c", "a"]), new Vocabulary(["a", "b"]));
        sum.Counts.ShouldBe([31, 12]);
    }
}
