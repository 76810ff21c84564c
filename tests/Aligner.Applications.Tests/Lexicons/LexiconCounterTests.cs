using Aligner.Applications.Lexicons;

namespace Aligner.Applications.Tests.Lexicons;

public class LexiconCounterTests
{
    private static readonly AlignedPair[] Pairs =
    [
        AlignedPairs.Of("Das Haus", "the house", "0-0 1-1", line: 1),
        AlignedPairs.Of("das Buch", "that book", "0-0 1-1", line: 2),
        AlignedPairs.Of("ja das", "the well", "1-0", line: 3),
    ];

    [Fact]
    public void Counts_and_probabilities_are_those_worked_out_by_hand()
    {
        LexiconEntry[] entries = Count(new LexiconOptions { Lowercase = true });

        entries.Select(entry => (entry.Source, entry.Target, entry.Count)).ShouldBe(
            [("buch", "book", 1), ("das", "the", 2), ("das", "that", 1), ("haus", "house", 1)]);
        LexiconEntry das = entries[1];
        das.TargetGivenSource.ShouldBe(2 / 3.0);
        das.SourceGivenTarget.ShouldBe(1);
        das.Dice.ShouldBe(4 / 5.0);
        das.Line.ShouldBe(1);
    }

    [Fact]
    public void Case_is_kept_unless_it_is_folded() =>
        Count(new LexiconOptions()).Select(entry => entry.Source).Distinct().ShouldBe(["Buch", "Das", "Haus", "das"]);

    [Fact]
    public void Lemmas_stand_for_words() => Count(new LexiconOptions
    {
        Lowercase = true,
        SourceLemmas = new Dictionary<string, string> { ["das"] = "der" },
        TargetLemmas = new Dictionary<string, string> { ["that"] = "the" },
    }).Single(entry => entry.Source == "der").Count.ShouldBe(3);

    [Fact]
    public void Words_without_a_link_count_as_NULL_where_it_is_asked_for()
    {
        LexiconCounter counter = new(new LexiconOptions());
        Array.ForEach(Pairs, counter.Add);

        LexiconEntry[] entries = [.. counter.EntriesWithNull()];

        entries.Single(entry => entry.Source == "ja").Target.ShouldBe("NULL");
        entries.Single(entry => entry.Source == "NULL").Target.ShouldBe("well");
    }

    [Fact]
    public void Rare_entries_are_left_out_and_the_measures_stay()
    {
        LexiconCounter counter = new(new LexiconOptions { Lowercase = true });
        Array.ForEach(Pairs, counter.Add);
        counter.Entries(minimumCount: 2).ShouldHaveSingleItem().TargetGivenSource.ShouldBe(2 / 3.0);
    }

    [Fact]
    public void Phrases_are_consistent_and_begin_and_end_with_linked_words() =>
        Count(new LexiconOptions { MaxPhraseLength = 2 }).Select(entry => $"{entry.Source}={entry.Target}").ShouldBe(
            ["Buch=book", "Das=the", "Das Haus=the house", "Haus=house", "das=that", "das=the", "das Buch=that book"]);

    [Fact]
    public void Any_text_gives_what_a_plain_recount_gives()
    {
        AlignedPair[] pairs = [.. AlignedPairs.Random(300, seed: 11)];
        LexiconCounter counter = new(new LexiconOptions());
        Array.ForEach(pairs, counter.Add);

        (string Source, string Target, long Line)[] links = [.. pairs.SelectMany(pair => pair.Links.Links.Select(link =>
            (pair.Words.Source[link.Link.Source], pair.Words.Target[link.Link.Target], pair.Line)))];
        foreach (LexiconEntry entry in counter.Entries())
        {
            double both = links.Count(link => link.Source == entry.Source && link.Target == entry.Target);
            double source = links.Count(link => link.Source == entry.Source);
            double target = links.Count(link => link.Target == entry.Target);
            entry.Count.ShouldBe((long)both);
            entry.TargetGivenSource.ShouldBe(both / source);
            entry.SourceGivenTarget.ShouldBe(both / target);
            entry.Dice.ShouldBe(2 * both / (source + target));
            entry.Line.ShouldBe(
                links.First(link => link.Source == entry.Source && link.Target == entry.Target).Line);
        }

        counter.Entries().Sum(entry => entry.Count).ShouldBe(links.Length);
    }

    private static LexiconEntry[] Count(LexiconOptions options)
    {
        LexiconCounter counter = new(options);
        Array.ForEach(Pairs, counter.Add);
        return [.. counter.Entries()];
    }
}
