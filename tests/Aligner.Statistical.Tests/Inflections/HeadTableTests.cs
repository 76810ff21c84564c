using Aligner.Core.Alignments;
using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inflections;

namespace Aligner.Statistical.Tests.Inflections;

public class HeadTableTests
{
    // Source words 0 to 4, target words 0 and 1.
    private static readonly ParallelCorpus Corpus = Bitexts.Corpus("The the house of the ||| huset der");

    [Fact]
    public void A_head_has_the_words_beside_it_that_have_no_link_each_once_for_before_and_after()
    {
        HeadTable table = Table(new Link(2, 0));

        HeadTable.Head head = table.Heads.ShouldHaveSingleItem();
        table.Forms[head.Form].ShouldBe("house");
        head.Translation.ShouldBe(0);
        table.Cues(head).ToArray().Select(cue => (table.Forms[cue / 2], cue % 2 != 0))
            .ShouldBe([("the", true), ("of", false), ("the", false)]);
    }

    [Fact]
    public void Words_with_two_links_are_no_heads_and_linked_words_no_cues()
    {
        HeadTable table = Table(new Link(1, 0), new Link(2, 0), new Link(2, 1));

        HeadTable.Head head = table.Heads.ShouldHaveSingleItem();
        table.Forms[head.Form].ShouldBe("the");
        table.Cues(head).ToArray().Select(cue => (table.Forms[cue / 2], cue % 2 != 0))
            .ShouldBe([("the", true), ("of", false)]);
    }

    [Fact]
    public void A_pair_without_links_has_none() => Table().Heads.ShouldBeEmpty();

    private static HeadTable Table(params Link[] links)
    {
        HeadTable table = new(Corpus.SourceVocabulary, maxDistance: 2);
        table.Add(Corpus.Source(0), Corpus.Target(0), links);
        return table;
    }
}
