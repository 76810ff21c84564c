using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class CooccurrenceIndexTests
{
    [Fact]
    public void Every_cell_has_the_entry_of_its_word_pair() => Bitexts.Small.Check(pairs =>
    {
        CooccurrenceIndex index = Build(Bitexts.Corpus(pairs));

        foreach ((int source, int target, int entry) in Cells(index))
        {
            entry.ShouldBeInRange(index.RowStarts[source], index.RowStarts[source + 1] - 1);
            index.Columns[entry].ShouldBe(target);
        }
    });

    [Fact]
    public void Every_word_pair_that_occurs_has_one_entry_and_no_other_has() => Bitexts.Small.Check(pairs =>
    {
        CooccurrenceIndex index = Build(Bitexts.Corpus(pairs));

        List<(int, int)> entries = [];
        for (int source = 0; source < index.Corpus.SourceVocabulary.Count; source++)
        {
            entries.AddRange(index.Columns[index.RowStarts[source]..index.RowStarts[source + 1]]
                .Select(target => (source, target)));
        }

        entries.ShouldBe(Cells(index).Select(cell => (cell.Source, cell.Target)).Distinct(), ignoreOrder: true);
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
        Cells(index).ShouldBe(Cells(expected));
    }

    private static CooccurrenceIndex Build(ParallelCorpus corpus, long maxBytes = long.MaxValue, int threads = 1) =>
        CooccurrenceIndexBuilder.Build(corpus, maxBytes, new ParallelOptions { MaxDegreeOfParallelism = threads });

    private static string Kept(CooccurrenceIndex index) => string.Join(' ', Cells(index)
        .Where(cell => cell.Entry != CooccurrenceIndex.Pruned)
        .Select(cell => $"{index.Corpus.SourceVocabulary[cell.Source]}-{index.Corpus.TargetVocabulary[cell.Target]}")
        .Distinct()
        .Order(StringComparer.Ordinal));

    private static List<(int Source, int Target, int Entry)> Cells(CooccurrenceIndex index)
    {
        List<(int, int, int)> cells = [];
        for (int pair = 0; pair < index.Corpus.Count; pair++)
        {
            ReadOnlySpan<int> source = index.Corpus.Source(pair);
            ReadOnlySpan<int> target = index.Corpus.Target(pair);
            ReadOnlySpan<int> entries = index.Cells(pair);
            entries.Length.ShouldBe(source.Length * target.Length);
            for (int j = 0; j < target.Length; j++)
            {
                for (int i = 0; i < source.Length; i++)
                {
                    cells.Add((source[i], target[j], entries[(j * source.Length) + i]));
                }
            }
        }

        return cells;
    }
}
