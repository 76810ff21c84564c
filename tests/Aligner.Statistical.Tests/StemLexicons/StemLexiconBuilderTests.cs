using Aligner.Core.Alignments;
using Aligner.Statistical.StemLexicons;

namespace Aligner.Statistical.Tests.StemLexicons;

public class StemLexiconBuilderTests
{
    private readonly StemLexiconBuilder _builder = new();

    [Fact]
    public void Links_count_as_they_are_probable_by_the_stems_of_their_words()
    {
        _builder.Add(
            "en-de",
            [
                (Bitexts.Tokens("the houses ||| Häuser hier"), [new ScoredLink(new Link(1, 0), 0.9f)]),
                Linked.Pair("house", "hauses"), Linked.Pair("house", "Häuser"),
                Linked.Pair("house", "hause", 0.9f), Linked.Pair("old", "alt", 0.4f),
            ]);
        StemLexicon lexicon = _builder.Build(10);

        // Häuser, hauses and hause have the stem hause: 3.8 links, of which 4 is the nearest power of two.
        lexicon.CountOf(0, "house", "Haus").ShouldBe(0);
        lexicon.CountOf(0, "House", "HAUSE").ShouldBe(4);
        lexicon.CountOf(0, "old", "alt").ShouldBe(1);
        lexicon.CountOf(0, "the", "hier").ShouldBe(0);
        lexicon.Count.ShouldBe(2);
    }

    [Fact]
    public void Counts_end_somewhere()
    {
        _builder.Add("fr-de", Enumerable.Repeat(Linked.Pair("un", "ein"), 100_000));

        _builder.Build(10).CountOf(0, "un", "ein").ShouldBe(1 << 15, "the largest that there is");
    }

    [Fact]
    public void What_is_linked_most_and_with_little_else_is_kept()
    {
        _builder.Add(
            "en-de",
            [
                .. Enumerable.Repeat(Linked.Pair("a", "x"), 5), .. Enumerable.Repeat(Linked.Pair("b", "y"), 4),
                .. Enumerable.Repeat(Linked.Pair("c", "z"), 3),
                .. Enumerable.Range(0, 9).Select(k => Linked.Pair("b", $"{k}")),
                .. Enumerable.Range(0, 9).Select(k => Linked.Pair($"{k}", "y")),
            ]);
        StemLexicon lexicon = _builder.Build(2);

        lexicon.Count.ShouldBe(2);
        lexicon.CountOf(0, "a", "x").ShouldBe(4, "the power of two that is nearest to 5");
        lexicon.CountOf(0, "c", "z").ShouldBe(4);
        lexicon.CountOf(0, "b", "y").ShouldBe(0, "both have links with others, more than twice as many");
        Should.Throw<ArgumentOutOfRangeException>(() => _builder.Build(-1));
    }
}
