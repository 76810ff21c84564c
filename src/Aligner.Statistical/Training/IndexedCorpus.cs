using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Training;

/// <summary>
/// A training corpus with an index of its word pairs. The tables grow with the number of distinct word pairs. The cells
/// hold the table entry of each possible link. At most a quarter of the tables' memory, or 64 MiB if that is more, is
/// held for cells: a larger corpus is passed in windows, which costs little time. A tighter bound first shrinks the
/// window, then prunes the rarest word pairs.
/// </summary>
internal sealed class IndexedCorpus
{
    /// <summary>The part of the bound that the cells may always have, and of the tables that they take.</summary>
    private const int ShareOfCells = 4;

    private const long DefaultCellBytes = 64L << 20;

    /// <param name="corpus">The text.</param>
    /// <param name="priors">Word pairs that are indexed whether they occur or not.</param>
    /// <param name="context">Bound of memory, threads and cancellation.</param>
    /// <param name="cellBytes">What cells may take however small the tables are. Default: 64 MiB.</param>
    public IndexedCorpus(
        ParallelCorpus corpus,
        IReadOnlyList<WordPairCount> priors,
        TrainingContext context,
        long cellBytes = DefaultCellBytes)
    {
        Corpus = corpus;
        Chunks = new CorpusChunks(corpus);
        long bound = context.MaxMemory / 4 * 3; // the rest is for the finished tables and garbage
        long cellShare = bound / ShareOfCells;
        Index = CooccurrenceIndexBuilder.Build(
            corpus, priors, (bound - cellShare) / CooccurrenceIndexBuilder.BytesPerEntry, context.ParallelOptions);
        long tableBytes = (long)Index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry;
        long held = Math.Min(Math.Max(tableBytes / ShareOfCells, cellBytes), Math.Max(bound - tableBytes, cellShare));
        Cells = new CellWindow(Index, Chunks);
        Windows = Chunks.Windows(held / sizeof(int));
        context.Forecast?.Invoke(new MemoryForecast(
            MemoryForecast.ForText(corpus, context), tableBytes + Math.Min(held, Chunks.CellCount * sizeof(int))));
    }

    /// <summary>The text.</summary>
    public ParallelCorpus Corpus { get; }

    /// <summary>The word pairs.</summary>
    public CooccurrenceIndex Index { get; }

    /// <summary>The chunks that are worked on in parallel.</summary>
    public CorpusChunks Chunks { get; }

    /// <summary>The runs of chunks, first and end, whose cells are held at the same time.</summary>
    public IReadOnlyList<(int First, int End)> Windows { get; }

    /// <summary>The cells of the pairs of the window that is loaded.</summary>
    public CellWindow Cells { get; }

    /// <summary>Loads a window.</summary>
    public void Load(int firstChunk, int endChunk, ParallelOptions parallel) =>
        Cells.Load(firstChunk, endChunk, parallel);
}
