namespace Aligner.Statistical.Corpora;

/// <summary>
/// A corpus cut into chunks of consecutive pairs with about as many cells each, a cell being a source and a target
/// token of one pair. What is summed by chunk is the same for any number of threads.
/// </summary>
internal sealed class CorpusChunks
{
    /// <summary>A chunk ends with the pair that brings it to so many cells.</summary>
    private const int CellsPerChunk = 1 << 17;

    private readonly List<int> _starts = [0];
    private readonly List<int> _cells = [];
    private readonly int[] _chunkOfPair;
    private readonly int[] _cellStarts;

    public CorpusChunks(ParallelCorpus corpus)
    {
        _chunkOfPair = new int[corpus.Count];
        _cellStarts = new int[corpus.Count];
        int cells = 0;
        for (int pair = 0; pair < corpus.Count; pair++)
        {
            _chunkOfPair[pair] = _cells.Count;
            _cellStarts[pair] = cells;
            cells = checked(cells + (corpus.Source(pair).Length * corpus.Target(pair).Length));
            if (cells >= CellsPerChunk || pair == corpus.Count - 1)
            {
                _starts.Add(pair + 1);
                _cells.Add(cells);
                cells = 0;
            }
        }
    }

    /// <summary>The number of chunks.</summary>
    public int Count => _cells.Count;

    /// <summary>The number of cells of all chunks.</summary>
    public long CellCount => _cells.Sum(cells => (long)cells);

    /// <summary>The first pair of a chunk; that of chunk <see cref="Count"/> is the number of pairs.</summary>
    public int FirstPair(int chunk) => _starts[chunk];

    /// <summary>The number of cells of a chunk.</summary>
    public int Cells(int chunk) => _cells[chunk];

    /// <summary>The chunk that a pair is in.</summary>
    public int ChunkOf(int pair) => _chunkOfPair[pair];

    /// <summary>The number of cells of the pairs before a pair in its chunk.</summary>
    public int CellStart(int pair) => _cellStarts[pair];

    /// <summary>Runs of chunks, first and end, of at most <paramref name="maxCells"/> cells or one chunk.</summary>
    public IReadOnlyList<(int First, int End)> Windows(long maxCells)
    {
        List<(int, int)> windows = [];
        int first = 0;
        long cells = 0;
        for (int chunk = 0; chunk < Count; chunk++)
        {
            if (chunk > first && cells + Cells(chunk) > maxCells)
            {
                windows.Add((first, chunk));
                first = chunk;
                cells = 0;
            }

            cells += Cells(chunk);
        }

        if (first < Count)
        {
            windows.Add((first, Count));
        }

        return windows;
    }
}
