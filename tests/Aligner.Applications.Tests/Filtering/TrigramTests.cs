using Aligner.Applications.Filtering;

namespace Aligner.Applications.Tests.Filtering;

public class TrigramTests
{
    // " ab ", " b ": " ab", "ab ", " b ".
    [Fact]
    public void Words_have_blanks_around_them_and_case_does_not_count()
    {
        Trigrams text = Trigrams.Of("Ab b");
        text.Total.ShouldBe(3);
        text.Counts.Count.ShouldBe(3);
        Trigrams.Of(" aB\tB  ").Counts.ShouldBe(text.Counts, ignoreOrder: true);
        Trigrams.Of("").Total.ShouldBe(0);
    }

    [Fact]
    public void Counts_are_smoothed_and_the_own_text_can_be_left_out()
    {
        Trigrams twice = Trigrams.Of("ab ab"), once = Trigrams.Of("ab");
        TrigramModel model = new(vocabulary: 10);
        model.Add(twice, 1);
        model.Add(once, 0.5);

        // Each of the two trigrams of "ab" was counted 2.5 times of 5 in all.
        model.MeanLogProbability(once, once, 0).ShouldBe(Math.Log(2.6 / 6), 1e-12);
        model.MeanLogProbability(once, once, 0.5).ShouldBe(Math.Log(2.1 / 5), 1e-12);
        model.MeanLogProbability(Trigrams.Of(""), once, 0).ShouldBe(0);
    }
}
