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
        indexed.Index.EntryCount.ShouldBe(Indexed(long.MaxValue).Index.EntryCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1 << 20)]
    public void Cells_take_a_quarter_of_what_the_tables_take_or_more_where_that_is_little(long cellBytes)
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Synthetic(pairs: 3000, types: 300, maxLength: 30));

        IndexedCorpus indexed = new(corpus, [], new TrainingContext(), cellBytes);

        long quarter = (long)indexed.Index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry / 4;
        indexed.Windows.ShouldBe(indexed.Chunks.Windows(Math.Max(quarter, cellBytes) / sizeof(int)));
        indexed.Windows.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void A_tight_bound_prunes_too() => Indexed(20_000).Index.EntryCount
        .ShouldBeInRange(2, 20_000 / CooccurrenceIndexBuilder.BytesPerEntry);

    private static IndexedCorpus Indexed(long maxMemory) =>
        new(Corpus, [], new TrainingContext { MaxMemory = maxMemory });
}
