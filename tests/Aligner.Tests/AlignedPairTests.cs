using Aligner.Core.Alignments;
using Aligner.Core.Corpora;

namespace Aligner.Tests;

public class AlignedPairTests
{
    [Fact]
    public void Swapping_exchanges_words_links_and_places()
    {
        AlignedPair pair = new(
            3,
            new TokenizedPair(["a", "b"], ["c"]),
            new ScoredAlignment([new ScoredLink(new Link(1, 0), 0.5f)], -0.25)
            {
                Nulls = new([1, 0.5f], [0.25f]),
                Judgments = [new("expert", [new ScoredLink(new Link(1, 0), 0.75f)])],
            },
            new PairCharacters([new CodePointSpan(0, 1), new CodePointSpan(2, 3)], [new CodePointSpan(0, 1)]));

        AlignedPair swapped = pair.Swap();

        swapped.Line.ShouldBe(3);
        swapped.Words.Source.ShouldBe(["c"]);
        swapped.Words.Target.ShouldBe(["a", "b"]);
        swapped.Links.Links.ShouldBe([new ScoredLink(new Link(0, 1), 0.5f)]);
        swapped.Links.LogProbability.ShouldBe(-0.25);
        swapped.Links.Nulls!.Target.ShouldBe([1, 0.5f]);
        swapped.Links.Judgments[0].Links.ShouldBe([new ScoredLink(new Link(0, 1), 0.75f)]);
        swapped.Characters!.Target.Count.ShouldBe(2);
    }
}
