using Aligner.Applications.Phrases;
using Aligner.Core.Alignments;

namespace Aligner.Applications.Tests.Phrases;

public class PhraseExtractorTests
{
    // Koehn (2010), figure 5.6: michael geht davon aus , dass er im haus bleibt.
    [Fact]
    public void The_phrases_of_a_published_example_are_found()
    {
        AlignedPair pair = AlignedPairs.Of(
            "michael geht davon aus , dass er im haus bleibt",
            "michael assumes that he will stay in the house",
            "0-0 1-1 2-1 3-1 5-2 6-3 7-6 7-7 8-8 9-4 9-5");

        string[] phrases = [.. ExtractedPhrase.AllOf(pair, 10).Select(phrase => $"{phrase.Source} = {phrase.Target}")];

        phrases.Order(StringComparer.Ordinal).ShouldBe(((string[])
        [
            "michael = michael",
            "michael geht davon aus = michael assumes",
            "michael geht davon aus , = michael assumes",
            "michael geht davon aus , dass = michael assumes that",
            "michael geht davon aus , dass er = michael assumes that he",
            "michael geht davon aus , dass er im haus bleibt = michael assumes that he will stay in the house",
            "geht davon aus = assumes",
            "geht davon aus , = assumes",
            "geht davon aus , dass = assumes that",
            "geht davon aus , dass er = assumes that he",
            "geht davon aus , dass er im haus bleibt = assumes that he will stay in the house",
            "dass = that",
            ", dass = that",
            "dass er = that he",
            ", dass er = that he",
            "dass er im haus bleibt = that he will stay in the house",
            ", dass er im haus bleibt = that he will stay in the house",
            "er = he",
            "er im haus bleibt = he will stay in the house",
            "im = in the",
            "im haus = in the house",
            "im haus bleibt = will stay in the house",
            "haus = house",
            "bleibt = will stay",
        ]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void All_consistent_rectangles_are_found_and_nothing_else(int maxLength)
    {
        foreach (AlignedPair pair in AlignedPairs.Random(500, seed: 7))
        {
            List<PhrasePair> phrases = [];
            PhraseExtractor.Extract(
                pair.Links.Links, pair.Words.Source.Count, pair.Words.Target.Count, maxLength, phrases);

            phrases.Order(Order).ShouldBe(Rectangles(pair, maxLength).Order(Order));
        }
    }

    [Fact]
    public void Tight_phrases_are_those_with_linked_words_at_all_edges()
    {
        foreach (AlignedPair pair in AlignedPairs.Random(500, seed: 8))
        {
            List<PhrasePair> tight = [];
            PhraseExtractor.ExtractTight(pair.Links.Links, pair.Words.Source.Count, pair.Words.Target.Count, 4, tight);

            HashSet<int> sources = [.. pair.Links.Links.Select(link => link.Link.Source)];
            HashSet<int> targets = [.. pair.Links.Links.Select(link => link.Link.Target)];
            tight.Order(Order).ShouldBe(Rectangles(pair, 4)
                .Where(phrase => sources.Contains(phrase.SourceStart) && sources.Contains(phrase.SourceEnd - 1)
                    && targets.Contains(phrase.TargetStart) && targets.Contains(phrase.TargetEnd - 1))
                .Order(Order));
        }
    }

    private static Comparer<PhrasePair> Order { get; } = Comparer<PhrasePair>.Create((x, y) =>
        (x.SourceStart, x.SourceEnd, x.TargetStart, x.TargetEnd)
            .CompareTo((y.SourceStart, y.SourceEnd, y.TargetStart, y.TargetEnd)));

    /// <summary>The definition itself: some link inside, and none that leaves.</summary>
    private static IEnumerable<PhrasePair> Rectangles(AlignedPair pair, int maxLength) =>
        from start in Enumerable.Range(0, pair.Words.Source.Count)
        from length in Enumerable.Range(1, Math.Min(maxLength, pair.Words.Source.Count - start))
        from targetStart in Enumerable.Range(0, pair.Words.Target.Count)
        from targetLength in Enumerable.Range(1, Math.Min(maxLength, pair.Words.Target.Count - targetStart))
        let phrase = new PhrasePair(start, start + length, targetStart, targetStart + targetLength)
        let links = pair.Links.Links.Select(scored => scored.Link).ToArray()
        where links.Any(link => InSource(phrase, link) && InTarget(phrase, link))
            && links.All(link => InSource(phrase, link) == InTarget(phrase, link))
        select phrase;

    private static bool InSource(PhrasePair phrase, Link link) =>
        link.Source >= phrase.SourceStart && link.Source < phrase.SourceEnd;

    private static bool InTarget(PhrasePair phrase, Link link) =>
        link.Target >= phrase.TargetStart && link.Target < phrase.TargetEnd;
}
