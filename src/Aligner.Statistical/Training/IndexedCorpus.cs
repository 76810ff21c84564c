using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;
using Aligner.Statistical.Priors;

namespace Aligner.Statistical.Training;

/// <summary>
/// A training corpus with the word pairs of each of its factors indexed. Memory grows with the distinct word pairs:
/// cells are held for a part of the corpus at a time, and take no more than the tables do. Where the bound is
/// tighter, they take less, which costs time alone; at last the rarest word pairs are pruned.
/// </summary>
internal sealed class IndexedCorpus
{
    /// <summary>The part of the bound that the cells may always have.</summary>
    private const int LeastShareOfCells = 4;

    /// <summary>Smaller windows are loaded too often.</summary>
    private const long LeastCellBytes = 64 << 20;

    private readonly CellWindow[] _cells;
    private readonly IReadOnlyList<(int Entry, float Count)>[] _priors;

    /// <param name="factors">The corpus by each factor of its words; sentences are as long in each.</param>
    /// <param name="priors">Word pairs of each factor that are indexed whether they occur or not.</param>
    /// <param name="context">Bound of memory, threads and cancellation.</param>
    public IndexedCorpus(
        IReadOnlyList<ParallelCorpus> factors,
        IReadOnlyList<IReadOnlyList<EncodedPriors.WordPair>> priors,
        TrainingContext context)
    {
        Corpus = factors[0];
        Chunks = new CorpusChunks(Corpus);
        _cells = new CellWindow[factors.Count];
        _priors = new IReadOnlyList<(int, float)>[factors.Count];
        long bound = context.MaxMemory / 4 * 3; // the rest is for the finished tables and garbage
        long cellShare = bound / LeastShareOfCells;
        long tableBytes = 0;
        for (int k = factors.Count - 1; k >= 0; k--) // the coarse ones first: they take less than their share
        {
            CooccurrenceIndex index =
                CooccurrenceIndexBuilder.Build(
                factors[k], priors[k], (bound - cellShare - tableBytes) / (k + 1), context.ParallelOptions);
            tableBytes += (long)index.EntryCount * CooccurrenceIndexBuilder.BytesPerEntry;
            _cells[k] = new CellWindow(index, Chunks);
            _priors[k] = index.Locate(priors[k]);
        }

        long cellBytes = Math.Min(
            Math.Max(tableBytes, LeastCellBytes), Math.Max(bound - tableBytes, cellShare));
        Windows = Chunks.Windows(cellBytes / sizeof(int) / factors.Count);
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

    /// <summary>Loads a window.</summary>
    public void Load(int firstChunk, int endChunk, ParallelOptions parallel)
    {
        foreach (CellWindow cells in _cells)
        {
            cells.Load(firstChunk, endChunk, parallel);
        }
    }
}
