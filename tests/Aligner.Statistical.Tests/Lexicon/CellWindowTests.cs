using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Tests.Lexicon;

public class CellWindowTests
{
    private const long NoBound = long.MaxValue;

    [Fact]
    public void Every_cell_has_the_entry_of_its_word_pair() => Bitexts.Small.Check(pairs =>
    {
        ParallelCorpus corpus = Bitexts.Corpus(pairs);
        CorpusChunks chunks = new(corpus);
        CellWindow cells = new(Index(corpus, NoBound), chunks);

        cells.Load(0, chunks.Count, Threads(1));

        ForEachCell(cells, 0, corpus.Count, (source, target, entry) =>
        {
            entry.ShouldBeInRange(cells.Index.RowStarts[source], cells.Index.RowStarts[source + 1] - 1);
            cells.Index.Columns[entry].ShouldBe(target);
        });
    });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Cells_are_right_wherever_the_window_moves(int threads)
    {
        ParallelCorpus corpus = Bitexts.Corpus(Bitexts.Synthetic(pairs: 3000, types: 300, maxLength: 30));
        CorpusChunks chunks = new(corpus);
        CellWindow cells = new(Index(corpus, NoBound), chunks);
        chunks.Count.ShouldBeGreaterThan(3);

        (int, int)[] windows = [(0, 1), (1, 3), (0, chunks.Count), (chunks.Count - 1, chunks.Count)];
        foreach ((int first, int end) in windows)
        {
            cells.Load(first, end, Threads(threads));

            ForEachCell(cells, chunks.FirstPair(first), chunks.FirstPair(end), (source, target, entry) =>
            {
                (entry >= cells.Index.RowStarts[source] && entry < cells.Index.RowStarts[source + 1]).ShouldBeTrue();
                (cells.Index.Columns[entry] == target).ShouldBeTrue();
            });
        }
    }

    [Fact]
    public void Cells_of_pruned_word_pairs_say_so()
    {
        ParallelCorpus corpus = Bitexts.Corpus("a ||| x", "a b ||| x", "a ||| y");
        CorpusChunks chunks = new(corpus);
        CellWindow cells = new(Index(corpus, maxEntries: 1), chunks);

        cells.Load(0, chunks.Count, Threads(1));

        // a–x is the one pair that occurs twice.
        cells[0].ToArray().ShouldBe([1]);
        cells[1].ToArray().ShouldBe([1, CooccurrenceIndex.Pruned]);
        cells[2].ToArray().ShouldBe([CooccurrenceIndex.Pruned]);
    }

    private static CooccurrenceIndex Index(ParallelCorpus corpus, long maxEntries) =>
        CooccurrenceIndexBuilder.Build(corpus, [], maxEntries, Threads(1));

    private static ParallelOptions Threads(int threads) => new() { MaxDegreeOfParallelism = threads };

    private static void ForEachCell(CellWindow cells, int first, int end, Action<int, int, int> action)
    {
        for (int pair = first; pair < end; pair++)
        {
            ReadOnlySpan<int> source = cells.Index.Corpus.Source(pair);
            ReadOnlySpan<int> target = cells.Index.Corpus.Target(pair);
            ReadOnlySpan<int> entries = cells[pair];
            entries.Length.ShouldBe(source.Length * target.Length);
            for (int cell = 0; cell < entries.Length; cell++)
            {
                action(source[cell % source.Length], target[cell / source.Length], entries[cell]);
            }
        }
    }
}
