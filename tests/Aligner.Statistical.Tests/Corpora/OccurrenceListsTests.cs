using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Tests.Corpora;

public class OccurrenceListsTests
{
    [Fact]
    public void Words_are_found_in_the_order_of_the_text()
    {
        OccurrenceLists lists = new(Bitexts.Corpus("a b a ||| x", "c ||| x", "b a ||| x"));

        lists.Load(0, 3);

        lists[0].ToArray().ShouldBe([new(0, 0), new(0, 2), new(2, 1)]);
        lists[1].ToArray().ShouldBe([new(0, 1), new(2, 0)]);
        lists[2].ToArray().ShouldBe([new(1, 0)]);
    }

    [Fact]
    public void Only_the_pairs_asked_for_are_listed()
    {
        OccurrenceLists lists = new(Bitexts.Corpus("a b a ||| x", "c ||| x", "b a ||| x"));
        lists.Load(0, 3);

        lists.Load(1, 3);

        lists[0].ToArray().ShouldBe([new(2, 1)]);
        lists[1].ToArray().ShouldBe([new(2, 0)]);
        lists[2].ToArray().ShouldBe([new(1, 0)]);
    }
}
