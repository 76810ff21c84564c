using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Training;

public class IndexedCorpusTests
{
    /// <summary>About 900,000 cells, and 1,600 distinct word pairs at most.</summary>
    public static readonly string[] ManyCells = Bitexts.Synthetic(pairs: 3000, types: 40, maxLength: 30);

    private static readonly ParallelCorpus Corpus = Bitexts.Corpus(ManyCells);

    [Fact]
    public void Without_a_bound_all_cells_are_held() =>
        Indexed(long.MaxValue).Windows.ShouldBe([(0, new CorpusChunks(Corpus).Count)]);

    [Fact]
    public void A_bound_makes_windows_before_it_prunes()
    {
        IndexedCorpus indexed = Indexed(1 << 20);

        indexed.Windows.Count.ShouldBeGreaterThan(2);
        indexed.Windows[0].First.ShouldBe(0);
        indexed.Windows.Zip(indexed.Windows.Skip(1)).ShouldAllBe(next => next.First.End == next.Second.First);
        indexed.Windows[^1].End.ShouldBe(indexed.Chunks.Count);
        indexed.Cells[0].Index.EntryCount.ShouldBe(Indexed(long.MaxValue).Cells[0].Index.EntryCount);
    }

    [Fact]
    public void Where_not_all_cells_can_be_held_they_are_held_in_small_windows()
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Synthetic(pairs: 3000, types: 300, maxLength: 30));

        IndexedCorpus indexed = new([corpus], [[]], new TrainingContext(), cellBytesAtATime: 1);

        long tableBytes = (long)indexed.Cells[0].Index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry;
        indexed.Chunks.Windows(tableBytes / sizeof(int)).Count.ShouldBeInRange(2, indexed.Chunks.Count - 1);
        indexed.Windows.ShouldBe(Enumerable.Range(0, indexed.Chunks.Count).Select(chunk => (chunk, chunk + 1)));
    }

    [Fact]
    public void A_tight_bound_prunes_too() => Indexed(20_000).Cells.Sum(cells => cells.Index.EntryCount)
        .ShouldBeLessThan(20_000 / CooccurrenceIndexBuilder.BytesPerEntry);

    [Fact]
    public void What_coarse_factors_leave_goes_to_the_words()
    {
        ParallelCorpus coarse = Bitexts.Corpus(ManyCells.Select(pair => pair.Replace('1', '2')));

        IndexedCorpus indexed = new([Corpus, coarse], [[], []], new TrainingContext { MaxMemory = 60_000 });

        // 3/4 of the bound, and of that again 3/4, are for tables; half of them would be an equal share.
        const int EqualShare = 60_000 * 9 / 16 / 2 / CooccurrenceIndexBuilder.BytesPerEntry;
        indexed.Cells[1].Index.EntryCount.ShouldBeLessThan(EqualShare);
        indexed.Cells[0].Index.EntryCount.ShouldBeGreaterThan(EqualShare);
    }

    [Fact]
    public void Words_alone_have_the_same_entries_and_fewer_windows()
    {
        IndexedCorpus indexed = new([Corpus, Corpus], [[], []], new TrainingContext { MaxMemory = 4 << 20 });

        IndexedCorpus words = indexed.OfWords();

        words.Cells.ShouldBe([indexed.Cells[0]]);
        words.Windows.Count.ShouldBeLessThan(indexed.Windows.Count);
        words.Windows[^1].End.ShouldBe(indexed.Chunks.Count);
    }

    [Fact]
    public void Cells_are_those_of_the_window_that_was_loaded_last_by_either()
    {
        IndexedCorpus indexed = new([Corpus, Corpus], [[], []], new TrainingContext { MaxMemory = 4 << 20 });
        IndexedCorpus words = indexed.OfWords();
        foreach ((IndexedCorpus loaded, int window) in new[] { (words, 1), (indexed, 1), (words, 0), (indexed, 0) })
        {
            (int first, int end) = loaded.Windows[window];

            loaded.Load(first, end, new ParallelOptions());

            int pair = loaded.Chunks.FirstPair(end) - 1;
            loaded.Cells[0][pair].ToArray().Select(entry => loaded.Cells[0].Index.Columns[entry])
                .ShouldBe(Corpus.Target(pair).ToArray()
                    .SelectMany(word => Enumerable.Repeat(word, Corpus.Source(pair).Length)));
        }
    }

    [Fact]
    public void Fewer_word_pairs_fit_where_each_costs_another_trainer_more()
    {
        const int Bytes = 4 * CooccurrenceIndexBuilder.BytesPerEntry;

        IndexedCorpus indexed = new([Corpus], [[]], new TrainingContext { MaxMemory = 40_000 }, Bytes);

        indexed.Cells[0].Index.EntryCount.ShouldBeInRange(2, 40_000 / Bytes);
    }

    private static IndexedCorpus Indexed(long maxMemory) =>
        new([Corpus], [[]], new TrainingContext { MaxMemory = maxMemory });
}
