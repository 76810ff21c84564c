using Aligner.Statistical.Corpora;
using Aligner.Statistical.Experts;

namespace Aligner.Statistical.Tests.Experts;

public class PairWordsTests
{
    [Fact]
    public void Words_are_those_of_the_vocabulary_and_unknown_ones_those_of_the_pair()
    {
        PairWords words = new(new Vocabulary(["the", "house"]), new Vocabulary(["Haus"]));
        (IReadOnlyList<string> source, IReadOnlyList<string> target) = words.Of(new EncodedPair(
            new EncodedSentence([new int[] { 1, 0 }]), new EncodedSentence([new int[] { -1, 0 }], ["das", null])));
        source.ShouldBe(["house", "the"]);
        target.ShouldBe(["das", "Haus"]);
    }
}
