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
            .Count(Pair, words, [new ScoredLink(new Link(0, 1), 0.5f)]);
        counts.Row(0).ToArray().ShouldBe([0.1f, 0.01f], 1e-6f);
        counts.Row(1).ToArray().ShouldBe([0f, 0f]);
        counts.Total(0).ShouldBe(0.11f, 1e-6f);
    }

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
