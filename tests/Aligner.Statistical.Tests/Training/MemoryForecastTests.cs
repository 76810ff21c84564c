using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Training;

namespace Aligner.Statistical.Tests.Training;

public class MemoryForecastTests
{
    private static readonly ParallelCorpus Corpus = Bitexts.Corpus(IndexedCorpusTests.ManyCells);

    [Fact]
    public void Training_says_what_it_takes_before_it_starts()
    {
        List<MemoryForecast> told = [];

        IndexedCorpus indexed = new(Corpus, [], new TrainingContext { Threads = 1, Forecast = told.Add });

        told.ShouldBe([new MemoryForecast(
            MemoryForecast.ForText(Corpus, new TrainingContext { Threads = 1 }),
            ((long)indexed.Index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry)
                + (indexed.Chunks.CellCount * sizeof(int)))]);
    }

    [Fact]
    public void Longer_pairs_and_more_threads_take_more()
    {
        TrainingContext one = new() { Threads = 1 };
        long text = MemoryForecast.ForText(Corpus, one);

        MemoryForecast.ForText(Corpus, one with { Threads = 8 }).ShouldBeGreaterThan(text);
        MemoryForecast.ForText(Corpus, one with { OtherMemory = one.OtherMemory + 7 }).ShouldBe(text + 7);
        string words = string.Join(' ', Enumerable.Range(0, 2000).Select(word => $"w{word}"));
        MemoryForecast.ForText(Bitexts.Corpus($"{words} ||| {words}"), one)
            .ShouldBeGreaterThan(one.OtherMemory + (4 * 4 * 2000 * 2000));
    }

    [Fact]
    public void A_bound_leaves_the_tables_what_the_text_does_not_take()
    {
        MemoryForecast.ForTables(100 << 20, 150 << 20).ShouldBe(50 << 20);
        Should.Throw<InsufficientMemoryException>(() => MemoryForecast.ForTables(100 << 20, 101 << 20))
            .Message.ShouldContain("108 MB");
    }
}
