using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Tests.Bayesian;

namespace Aligner.Statistical.Tests.Lexicon;

public sealed class LexicalBackoffTests
{
    [Fact]
    public void Word_pairs_share_the_entry_of_their_stems()
    {
        TinyText text = new(stemLength: 3, "house dog ||| haus hund", "houses ||| hauses", "dog ||| hunde");
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
        text.Cells[pair].ToArray().Select(entry => text.Backoff.ClassEntries[entry]);
}
