using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class CooccurrenceIndexTests
{
    [Fact]
    public void Every_word_pair_that_occurs_has_one_entry_and_no_other_has() => Bitexts.Small.Check(pairs =>
    {
        CooccurrenceIndex index = Build(Bitexts.Corpus(pairs));

        List<(int, int)> entries = [.. Entries(index)];
        entries.ShouldBe(Meetings(index.Corpus).Distinct(), ignoreOrder: true);
        index.EntryCount.ShouldBe(entries.Count + 1);
    });

    [Fact]
    public void Rare_word_pairs_are_pruned_where_memory_is_short()
    {
        // a–x occurs three times, a–y and b–x twice, b–y and c–x once.
        ParallelCorpus corpus = Bitexts.Corpus("a ||| x", "a b ||| x", "a ||| y", "a b ||| x y", "c ||| x");

        long[] budgets = [.. Enumerable.Range(0, 400).Select(bytes => (long)bytes)];
        string[] kept = [.. budgets.Select(bytes => Kept(Build(corpus, bytes))).Distinct()];

        kept.ShouldBe(["", "a-x", "a-x a-y b-x", "a-x a-y b-x b-y c-x"]);
    }

    [Fact]
    public void Word_pairs_that_are_known_have_an_entry_too()
    {
        ParallelCorpus corpus = Bitexts.Corpus("a ||| x", "b ||| y");
        WordPairCount[] known = [new(0, 0, 2), new(0, 1, 3), new(1, 1, 4)];

        CooccurrenceIndex index =
            CooccurrenceIndexBuilder.Build(corpus, known, long.MaxValue, new ParallelOptions());

        (int, int)[] entries = [.. Entries(index)];
        entries.ShouldBe([(0, 0), (0, 1), (1, 1)], ignoreOrder: true);
        index.Locate(known).Select(prior => (entries[prior.Entry - 1], prior.Count))
            .ShouldBe([((0, 0), 2f), ((0, 1), 3f), ((1, 1), 4f)]);
    }

    [Fact]
    public void Known_word_pairs_that_were_pruned_are_not_located()
    {
        ParallelCorpus corpus = Bitexts.Corpus("a ||| x", "b ||| y");

        Build(corpus).Locate([new(0, 1, 3), new(1, 1, 4)]).Select(prior => prior.Count).ShouldBe([4f]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Number_of_threads_changes_nothing(int threads)
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Synthetic(pairs: 1500, types: 300, maxLength: 9));
        CooccurrenceIndex expected = Build(corpus);

        CooccurrenceIndex index = Build(corpus, threads: threads);

        index.RowStarts.ShouldBe(expected.RowStarts);
        index.Columns.ShouldBe(expected.Columns);
    }

    private static CooccurrenceIndex Build(ParallelCorpus corpus, long maxEntries = long.MaxValue, int threads = 1) =>
        CooccurrenceIndexBuilder.Build(
            corpus, [], maxEntries, new ParallelOptions { MaxDegreeOfParallelism = threads });

    private static string Kept(CooccurrenceIndex index) => string.Join(' ', Entries(index)
        .Select(entry => $"{index.Corpus.SourceVocabulary[entry.Source]}-{index.Corpus.TargetVocabulary[entry.Target]}")
        .Order(StringComparer.Ordinal));

    private static IEnumerable<(int Source, int Target)> Entries(CooccurrenceIndex index) =>
        Enumerable.Range(0, index.RowCount).SelectMany(source => index
            .Columns[index.RowStarts[source]..index.RowStarts[source + 1]].Select(target => (source, target)));

    private static IEnumerable<(int Source, int Target)> Meetings(ParallelCorpus corpus) =>
        Enumerable.Range(0, corpus.Count).SelectMany(pair => corpus.Source(pair).ToArray()
            .SelectMany(source => corpus.Target(pair).ToArray().Select(target => (source, target))));
}
