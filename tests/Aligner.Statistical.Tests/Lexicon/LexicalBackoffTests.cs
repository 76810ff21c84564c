using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Tests.Bayesian;

namespace Aligner.Statistical.Tests.Lexicon;

public sealed class LexicalBackoffTests
{
    [Fact]
    public void Stems_are_lower_cased_and_counted_in_characters()
    {
        WordClasses classes = WordClasses.Stems(new Vocabulary(["Haus", "hausen", "hau", "𝒜𝒜𝒜x", "𝒜𝒜𝒜y"]), length: 3);
        classes.Of.ShouldBe([0, 0, 0, 1, 1]);
        classes.Count.ShouldBe(2);
    }

    [Fact]
    public void Word_pairs_share_the_entry_of_their_stems()
    {
        TinyText text = new(stemLength: 3, ("house dog", "haus hund"), ("houses", "hauses"), ("dog", "hunde"));
        LexicalBackoff backoff = text.Backoff;
        int[] first = [.. Classes(text, 0)];
        first.Distinct().Count().ShouldBe(4);
        Classes(text, 1).ShouldBe([first[0]]);
        Classes(text, 2).ShouldBe([first[3]]);
        backoff.ClassEntryCount.ShouldBe(5);
        backoff.SourceShares.ShouldBe([0.5f, 1f, 0.5f]);
        backoff.TargetShares.ShouldBe([0.5f, 0.5f, 0.5f, 0.5f]);
    }

    private static IEnumerable<int> Classes(TinyText text, int pair) =>
        text.Index.Cells(pair).ToArray().Select(entry => text.Backoff.ClassEntries[entry]);
}
