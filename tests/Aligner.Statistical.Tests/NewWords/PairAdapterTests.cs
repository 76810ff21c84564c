using Aligner.Core.Alignments;
using Aligner.Core.Corpora;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.NewWords;

namespace Aligner.Statistical.Tests.NewWords;

public class PairAdapterTests
{
    // Of both sides, the model knows the second word alone.
    private static readonly EncodedPair Pair = new(
        new EncodedSentence([new[] { -1, 0 }], ["Obama", null]),
        new EncodedSentence([new[] { -1, 0 }], ["obama", null]));

    /// <summary>0.02 · 0.5 for the encoder's link, 0.1 for the new words that are spelled alike in any case.</summary>
    [Fact]
    public void Links_and_new_words_that_are_spelled_alike_count()
    {
        TokenizedPair words = new(["Obama", "name"], ["obama", "name"]);
        PairCounts counts = new PairAdapter(lexicon: null, languages: -1)
            .Count(Pair, words, [new ScoredLink(new Link(0, 1), 0.5f)]).ShouldNotBeNull();
        counts.Row(0).ToArray().ShouldBe([0.1f, 0.01f], 1e-6f);
        counts.Row(1).ToArray().ShouldBe([0f, 0f]);
        counts.Total(0).ShouldBe(0.11f, 1e-6f);
    }

    [Fact]
    public void Spelling_tells_of_new_words_where_no_encoder_has_read_the_pair()
    {
        PairCounts counts = new PairAdapter(lexicon: null, languages: -1, new NewWordOptions { Cognate = 0.3 })
            .Count(Pair, new TokenizedPair(["Obama", "name"], ["obama", "name"]), links: null).ShouldNotBeNull();
        counts.Row(0).ToArray().ShouldBe([0.3f, 0f], 1e-6f);
        counts.LeastLinks.ShouldBe(10);
    }

    [Fact]
    public void Nothing_is_known_of_a_pair_besides_a_model_that_knows_its_words()
    {
        EncodedPair known = new(new EncodedSentence([new[] { 0 }]), new EncodedSentence([new[] { 3 }]));
        PairAdapter adapter = new(lexicon: null, languages: -1);
        adapter.Count(known, new TokenizedPair(["a"], ["a"]), links: null).ShouldBeNull();
        adapter.Count(known, new TokenizedPair(["a"], ["a"]), links: []).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(0, double.NaN, 1)]
    [InlineData(0, 0, 0)]
    public void Options_that_make_no_sense_are_refused(double link, double cognate, double leastLinks) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new PairAdapter(
            lexicon: null,
            languages: -1,
            new NewWordOptions { Link = link, Cognate = cognate, LeastLinks = leastLinks }));

    [Fact]
    public void Counts_of_the_other_direction_are_the_same()
    {
        PairCounts counts = new(1, 2);
        counts.Add(0, 1, 3);
        PairCounts swapped = counts.Swap();
        swapped.Row(1).ToArray().ShouldBe([3f]);
        swapped.Total(1).ShouldBe(3);
        swapped.Total(0).ShouldBe(0);
    }
}
