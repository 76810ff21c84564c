using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The entry of every cell (j, i) of the pairs in a window of the corpus, so that no inner loop looks a word up. The
/// window moves: memory is bounded by the largest window, not by the corpus.
/// </summary>
internal sealed class CellWindow(CooccurrenceIndex index, CorpusChunks chunks)
{
    private const int RowsPerTask = 16;

    private readonly OccurrenceLists _occurrences = new(index.Corpus);
    private (int First, int End) _loaded;
    private int[][] _cells = [];

    /// <summary>The index whose entries the cells name.</summary>
    public CooccurrenceIndex Index => index;

    /// <summary>The entries of the cells of a pair in the window: element j·n + i belongs to (e_i, f_j).</summary>
    public ReadOnlySpan<int> this[int pair] => CellsOf(pair);

    /// <summary>Moves the window to the chunks <paramref name="first"/> … <paramref name="end"/> − 1.</summary>
    public void Load(int first, int end, ParallelOptions parallel)
    {
        if (_loaded == (first, end))
        {
            return;
        }

        _loaded = (first, end);
        Reserve(first, end);
        _occurrences.Load(chunks.FirstPair(first), chunks.FirstPair(end));
        Parallel.For(
            0,
            (index.RowCount + RowsPerTask - 1) / RowsPerTask,
            parallel,
            () => new int[index.Corpus.TargetVocabulary.Count],
            (task, _, entryOfWord) =>
            {
                int endRow = Math.Min(index.RowCount, (task + 1) * RowsPerTask);
                for (int row = task * RowsPerTask; row < endRow; row++)
                {
                    Fill(row, _occurrences[row], entryOfWord);
                }

                return entryOfWord;
            },
            static _ => { });
    }

    private Span<int> CellsOf(int pair)
    {
        int length = index.Corpus.Source(pair).Length * index.Corpus.Target(pair).Length;
        return _cells[chunks.ChunkOf(pair) - _loaded.First].AsSpan(chunks.CellStart(pair), length);
    }

    private void Reserve(int first, int end)
    {
        if (_cells.Length < end - first)
        {
            Array.Resize(ref _cells, end - first);
        }

        for (int chunk = first; chunk < end; chunk++)
        {
            ref int[]? cells = ref _cells[chunk - first]!;
            if (cells is null || cells.Length < chunks.Cells(chunk))
            {
                cells = new int[chunks.Cells(chunk)];
            }
        }
    }

    /// <param name="row">A source word.</param>
    /// <param name="occurrences">Where it stands in the window.</param>
    /// <param name="entryOfWord">Scratch: for each target word <see cref="CooccurrenceIndex.Pruned"/>.</param>
    private void Fill(int row, ReadOnlySpan<OccurrenceLists.Occurrence> occurrences, int[] entryOfWord)
    {
        if (occurrences.IsEmpty)
        {
            return;
        }

        int firstEntry = index.RowStarts[row];
        ReadOnlySpan<int> columns = index.Columns.AsSpan(firstEntry..index.RowStarts[row + 1]);
        for (int k = 0; k < columns.Length; k++)
        {
            entryOfWord[columns[k]] = firstEntry + k;
        }

        foreach ((int pair, int i) in occurrences)
        {
            ReadOnlySpan<int> target = index.Corpus.Target(pair);
            Span<int> cells = CellsOf(pair);
            int n = index.Corpus.Source(pair).Length;
            for (int j = 0; j < target.Length; j++)
            {
                cells[(j * n) + i] = entryOfWord[target[j]];
            }
        }

        foreach (int column in columns)
        {
            entryOfWord[column] = CooccurrenceIndex.Pruned;
        }
    }
}
