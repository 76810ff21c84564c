using Aligner.Applications.Terms;

namespace Aligner.Applications.Tests.Terms;

public class TermCounterTests
{
    [Fact]
    public void Terms_that_recur_are_ranked_by_their_association()
    {
        TermPair[] terms = Terms(new TermOptions());

        terms.Select(term => (term.Source, term.Target, term.Count)).ShouldBe(
            [("prime minister", "premier ministre", 3), ("steam engine", "machine", 2)]);
        terms[0].LogLikelihoodRatio.ShouldBeGreaterThan(terms[1].LogLikelihoodRatio);
        terms[0].Line.ShouldBe(1);
    }

    [Fact]
    public void Punctuation_does_not_end_a_term() =>
        Terms(new TermOptions { MinCount = 1 }).ShouldNotContain(term => term.Source.EndsWith('.'));

    [Fact]
    public void Common_words_do_not_begin_a_term()
    {
        Terms(new TermOptions { CommonShare = 1 }).ShouldContain(term => term.Source == "the prime minister");
        Terms(new TermOptions { CommonShare = 0.2 }).ShouldNotContain(term => term.Source.StartsWith("the "));
    }

    private static TermPair[] Terms(TermOptions options)
    {
        TermCounter counter = new(options);
        for (int line = 1; line <= 3; line++)
        {
            counter.Add(AlignedPairs.Of("the prime minister .", "le premier ministre .", "0-0 1-1 2-2 3-3", line));
        }

        counter.Add(AlignedPairs.Of("the steam engine", "la machine", "0-0 1-1 2-1", 4));
        counter.Add(AlignedPairs.Of("the steam engine", "la machine", "0-0 1-1 2-1", 5));
        for (int line = 6; line < 20; line++)
        {
            counter.Add(AlignedPairs.Of("the", "le", "0-0", line));
        }

        return [.. counter.Terms()];
    }
}
