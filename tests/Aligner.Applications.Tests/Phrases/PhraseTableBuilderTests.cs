using Aligner.Applications.Phrases;
using Aligner.Core.Alignments;
using LinkCounts = System.Collections.Generic.Dictionary<(string? Source, string? Target), int>;

namespace Aligner.Applications.Tests.Phrases;

public sealed class PhraseTableBuilderTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private readonly string _folder = Directory.CreateTempSubdirectory("aligner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // "das" is linked twice to "the" and once to "that", and "Haus" is always linked to "house".
    [Fact]
    public void Scores_are_those_worked_out_by_hand()
    {
        PhraseTableEntry[] table = Build(
        [
            AlignedPairs.Of("das Haus", "the house", "0-0 1-1"),
            AlignedPairs.Of("das Haus", "the house", "0-0 1-1"),
            AlignedPairs.Of("das", "that", "0-0"),
            AlignedPairs.Of("ja das", "the", "1-0"),
        ]);

        PhraseTableEntry das = table.Single(entry => entry is { Source: "das", Target: "the" });
        das.Counts.ShouldBe(new PhraseCounts(Both: 3, Source: 4, Target: 4));
        das.TargetGivenSource.ShouldBe(3 / 4.0);
        das.SourceGivenTarget.ShouldBe(3 / 4.0);
        das.Weights.ShouldBe(new LexicalWeights(SourceGivenTarget: 1, TargetGivenSource: 0.75));

        // "ja" is never linked, so NULL explains it for certain.
        PhraseTableEntry ja = table.Single(entry => entry.Source == "ja das");
        ja.Links.ShouldBe("1-0");
        ja.Weights.SourceGivenTarget.ShouldBe(1);
        ja.Weights.TargetGivenSource.ShouldBe(0.75);
        table.Single(entry => entry.Source == "das Haus").Weights.TargetGivenSource.ShouldBe(0.75);
    }

    [Fact]
    public void A_word_linked_to_several_has_the_mean_of_their_probabilities()
    {
        PhraseTableEntry[] table = Build(
        [
            AlignedPairs.Of("im", "in the", "0-0 0-1"),
            AlignedPairs.Of("der", "the", "0-0"),
        ]);

        PhraseTableEntry im = table.Single(entry => entry.Source == "im");
        im.Weights.TargetGivenSource.ShouldBe(0.5 * 0.5);
        im.Weights.SourceGivenTarget.ShouldBe((1 + 0.5) / 2);
    }

    [Fact]
    public void The_most_frequent_links_are_kept()
    {
        PhraseTableEntry[] table = Build(
        [
            AlignedPairs.Of("a b", "A B", "0-0 0-1 1-0 1-1"),
            AlignedPairs.Of("a b", "A B", "0-1 1-0"),
            AlignedPairs.Of("a b", "A B", "0-1 1-0"),
        ]);

        PhraseTableEntry entry = table.Single(entry => entry is { Source: "a b", Target: "A B" });
        entry.Links.ShouldBe("1-0 0-1");
        entry.Counts.Both.ShouldBe(3);
    }

    [Theory]
    [InlineData(1L << 16)]
    [InlineData(64L << 20)]
    public void A_table_of_any_buffer_is_that_of_a_plain_recount(long bufferBytes)
    {
        AlignedPair[] pairs = [.. AlignedPairs.Random(600, seed: 3)];
        ExtractedPhrase[] phrases = [.. pairs.SelectMany(pair => ExtractedPhrase.AllOf(pair, 4))];

        PhraseTableEntry[] table =
            Build(pairs, new PhraseTableOptions { MaxLength = 4, BufferBytes = bufferBytes });

        ILookup<string, ExtractedPhrase> bySource = phrases.ToLookup(phrase => phrase.Source);
        ILookup<string, ExtractedPhrase> byTarget = phrases.ToLookup(phrase => phrase.Target);
        ILookup<(string, string), ExtractedPhrase> byBoth = phrases.ToLookup(phrase => (phrase.Source, phrase.Target));
        LinkCounts links = Links(pairs);
        table.Length.ShouldBe(byBoth.Count);
        foreach (PhraseTableEntry entry in table)
        {
            ExtractedPhrase[] same = [.. byBoth[(entry.Source, entry.Target)]];
            entry.Counts.ShouldBe(new PhraseCounts(
                same.Length, bySource[entry.Source].Count(), byTarget[entry.Target].Count()));
            entry.Reordering.PreviousSwap.ShouldBe(same.LongCount(phrase => phrase.Previous == Orientation.Swap));
            entry.Reordering.NextMonotone.ShouldBe(same.LongCount(phrase => phrase.Next == Orientation.Monotone));
            (double sourceGivenTarget, double targetGivenSource) = Weigh(entry, links);
            entry.Weights.SourceGivenTarget.ShouldBe(sourceGivenTarget, Tolerance);
            entry.Weights.TargetGivenSource.ShouldBe(targetGivenSource, Tolerance);
        }
    }

    [Fact]
    public void The_table_is_sorted_by_bytes_and_no_file_is_left()
    {
        PhraseTableEntry[] table = Build(AlignedPairs.Random(2500, seed: 4));
        string[] keys = [.. table.Select(entry => $"{entry.Source}\n{entry.Target}\n")];
        keys.ShouldBe(keys.Distinct().Order(StringComparer.Ordinal));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    private PhraseTableEntry[] Build(IEnumerable<AlignedPair> pairs, PhraseTableOptions? options = null)
    {
        using PhraseTableBuilder builder = new(options ?? new PhraseTableOptions(), _folder);
        foreach (AlignedPair pair in pairs)
        {
            builder.Add(pair);
        }

        return [.. builder.Build()];
    }

    /// <summary>The weights by their definition, counted anew for each word.</summary>
    private static (double SourceGivenTarget, double TargetGivenSource) Weigh(
        PhraseTableEntry entry, LinkCounts counts)
    {
        string[] source = entry.Source.Split(' '), target = entry.Target.Split(' ');
        Link[] links = [.. AlignedPairs.Links(entry.Links)];
        double toTarget = 1, toSource = 1;
        for (int j = 0; j < target.Length; j++)
        {
            string?[] givens = [.. links.Where(link => link.Target == j).Select(link => source[link.Source])];
            toTarget *= (givens.Length > 0 ? givens : [null]).Average(given =>
                (double)counts.GetValueOrDefault((given, target[j])) / Sum(counts, key => key.Source == given));
        }

        for (int i = 0; i < source.Length; i++)
        {
            string?[] givens = [.. links.Where(link => link.Source == i).Select(link => target[link.Target])];
            toSource *= (givens.Length > 0 ? givens : [null]).Average(given =>
                (double)counts.GetValueOrDefault((source[i], given)) / Sum(counts, key => key.Target == given));
        }

        return (toSource, toTarget);
    }

    private static int Sum(LinkCounts counts, Func<(string? Source, string? Target), bool> isCounted) =>
        counts.Where(count => isCounted(count.Key)).Sum(count => count.Value);

    private static LinkCounts Links(AlignedPair[] pairs) => pairs
        .SelectMany(pair =>
        {
            Link[] links = [.. pair.Links.Links.Select(scored => scored.Link)];
            IEnumerable<(string?, string?)> linked = links.Select(link =>
                ((string?)pair.Words.Source[link.Source], (string?)pair.Words.Target[link.Target]));
            IEnumerable<(string?, string?)> sources = pair.Words.Source
                .Where((_, i) => links.All(link => link.Source != i)).Select(word => ((string?)word, (string?)null));
            IEnumerable<(string?, string?)> targets = pair.Words.Target
                .Where((_, j) => links.All(link => link.Target != j)).Select(word => ((string?)null, (string?)word));
            return linked.Concat(sources).Concat(targets);
        })
        .CountBy(pair => pair)
        .ToDictionary();
}
