using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Training;

/// <summary>
/// A training corpus with an index of the word pairs of each factor. The tables grow with the number of distinct word
/// pairs. The cells hold the table entry of each possible link. If they need more memory than the tables, and more than
/// 1.5 GiB, then 1.5 GiB of them are held at a time, for a part of the corpus. A tighter memory bound first shrinks the
/// cells, which only costs time, and then prunes the rarest word pairs.
/// </summary>
internal sealed class IndexedCorpus
{
    /// <summary>The part of the bound that the cells may always have.</summary>
    private const int LeastShareOfCells = 4;

    private const long DefaultCellBytesAtATime = 1536L << 20;

    private readonly CellWindow[] _cells;
    private readonly IReadOnlyList<(int Entry, float Count)>[] _priors;
    private readonly long _cellBytes;
    private readonly long _cellBytesAtATime;

    /// <param name="factors">The corpus by each factor of its words; sentences are as long in each.</param>
    /// <param name="priors">Word pairs of each factor that are indexed whether they occur or not.</param>
    /// <param name="context">Bound of memory, threads and cancellation.</param>
    /// <param name="bytesPerWordPair">
    /// What an entry of the first factor will cost another trainer, when all else is gone but the cells.
    /// </param>
    /// <param name="cellBytesAtATime">
    /// What cells may take however small the tables are, and at a time where they are found again in each iteration
    /// because not all can be held. Default: 1.5 GiB.
    /// </param>
    public IndexedCorpus(
        IReadOnlyList<ParallelCorpus> factors,
        IReadOnlyList<IReadOnlyList<WordPairCount>> priors,
        TrainingContext context,
        int bytesPerWordPair = 0,
        long cellBytesAtATime = DefaultCellBytesAtATime)
    {
        _cellBytesAtATime = cellBytesAtATime;
        Corpus = factors[0];
        Chunks = new CorpusChunks(Corpus);
        _cells = new CellWindow[factors.Count];
        _priors = new IReadOnlyList<(int, float)>[factors.Count];
        long bound = context.MaxMemory / 4 * 3; // the rest is for the finished tables and garbage
        long cellShare = bound / LeastShareOfCells;
        long tableBytes = 0;
        for (int k = factors.Count - 1; k >= 0; k--) // the coarse ones first: they take less than their share
        {
            long entries =
                (bound - cellShare - tableBytes) / (k + 1) / CooccurrenceIndexBuilder.BytesPerEntry;
            if (k == 0)
            {
                entries = Math.Min(entries, (bound - cellShare) / Math.Max(1, bytesPerWordPair));
            }

            CooccurrenceIndex index =
                CooccurrenceIndexBuilder.Build(factors[k], priors[k], entries, context.ParallelOptions);
            tableBytes += (long)index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry;
            _cells[k] = new CellWindow(index, Chunks);
            _priors[k] = index.Locate(priors[k]);
        }

        tableBytes = Math.Max(tableBytes, (long)_cells[0].Index.EntryCount * bytesPerWordPair);
        _cellBytes = Math.Min(Math.Max(tableBytes, cellBytesAtATime), Math.Max(bound - tableBytes, cellShare));
        Windows = FindWindows();
    }

    /// <summary>The first factor alone.</summary>
    private IndexedCorpus(IndexedCorpus all)
    {
        (Corpus, Chunks) = (all.Corpus, all.Chunks);
        (_cellBytes, _cellBytesAtATime) = (all._cellBytes, all._cellBytesAtATime);
        (_cells, _priors) = ([all._cells[0]], [all._priors[0]]);
        Windows = FindWindows();
    }

    /// <summary>The corpus by its words, the first factor.</summary>
    public ParallelCorpus Corpus { get; }

    /// <summary>The chunks that are worked on in parallel.</summary>
    public CorpusChunks Chunks { get; }

    /// <summary>The runs of chunks, first and end, whose cells are held at the same time.</summary>
    public IReadOnlyList<(int First, int End)> Windows { get; }

    /// <summary>The cells of each factor, for the pairs of the window that is loaded.</summary>
    public IReadOnlyList<CellWindow> Cells => _cells;

    /// <summary>The pseudo-counts of each factor by entry.</summary>
    public IReadOnlyList<IReadOnlyList<(int Entry, float Count)>> Priors => _priors;

    /// <summary>The corpus with its words alone, which are indexed no second time.</summary>
    public IndexedCorpus OfWords() => new(this);

    /// <summary>Loads a window.</summary>
    public void Load(int firstChunk, int endChunk, ParallelOptions parallel)
    {
        foreach (CellWindow cells in _cells)
        {
            cells.Load(firstChunk, endChunk, parallel);
        }
    }

    /// <summary>One window if all cells may be held; else small ones, for large ones would save no time.</summary>
    private IReadOnlyList<(int First, int End)> FindWindows()
    {
        IReadOnlyList<(int First, int End)> windows = Of(_cellBytes);
        return windows.Count <= 1 ? windows : Of(Math.Min(_cellBytes, _cellBytesAtATime));

        IReadOnlyList<(int First, int End)> Of(long bytes) => Chunks.Windows(bytes / sizeof(int) / _cells.Length);
    }
}
