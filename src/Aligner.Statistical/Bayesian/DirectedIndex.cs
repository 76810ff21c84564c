using Aligner.Statistical.Corpora;
using Aligner.Statistical.Lexicon;

namespace Aligner.Statistical.Bayesian;

/// <summary>
/// A co-occurrence index as one direction sees it: the side that explains is the source. Entries are the same in both
/// directions.
/// </summary>
internal sealed class DirectedIndex
{
    private readonly CellWindow _window;
    private readonly CooccurrenceIndex _index;
    private readonly bool _transposed;
    private readonly ParallelCorpus _corpus;

    private DirectedIndex(CellWindow cells, LexicalBackoff backoff, bool transposed)
    {
        _window = cells;
        _index = cells.Index;
        _transposed = transposed;
        _corpus = transposed ? _index.Corpus.Swap() : _index.Corpus;
        Backoff = backoff;
        SourceClasses = transposed ? backoff.Target : backoff.Source;
        TargetClassCount = transposed ? backoff.Source.Values.Count : backoff.Target.Values.Count;
        TargetShares = transposed ? backoff.SourceShares : backoff.TargetShares;
        for (int pair = 0; pair < _corpus.Count; pair++)
        {
            LongestSource = Math.Max(LongestSource, Source(pair).Length);
        }
    }

    public static DirectedIndex Forward(CellWindow cells, LexicalBackoff backoff) => new(cells, backoff, false);

    public static DirectedIndex Reverse(CellWindow cells, LexicalBackoff backoff) => new(cells, backoff, true);

    public LexicalBackoff Backoff { get; }

    public WordFactor SourceClasses { get; }

    public int TargetClassCount { get; }

    /// <summary>The share of each target word in its class.</summary>
    public float[] TargetShares { get; }

    public int SourceWordCount => _corpus.SourceVocabulary.Count;

    public int TargetWordCount => _corpus.TargetVocabulary.Count;

    public int EntryCount => _index.EntryCount;

    public int PairCount => _corpus.Count;

    public int LongestSource { get; }

    public ReadOnlySpan<int> Source(int pair) => _corpus.Source(pair);

    public ReadOnlySpan<int> Target(int pair) => _corpus.Target(pair);

    /// <summary>The word of an entry that explains the other.</summary>
    public int SourceWord(int entry) => _transposed ? _index.Columns[entry] : _index.RowOf(entry);

    /// <summary>The entries of a pair: element j·n + i belongs to (e_i, f_j) of this direction.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="scratch">Grows to hold them where they must be transposed.</param>
    public ReadOnlySpan<int> Cells(int pair, ref int[] scratch)
    {
        ReadOnlySpan<int> cells = _window[pair];
        if (!_transposed)
        {
            return cells;
        }

        if (scratch.Length < cells.Length)
        {
            scratch = new int[cells.Length * 2];
        }

        Span<int> rows = scratch.AsSpan(0, cells.Length);
        Transpose(cells, Target(pair).Length, rows);
        return rows;
    }

    /// <summary>Adds a matrix of this direction (j·n + i) to one of the forward direction.</summary>
    public void AddTo(ReadOnlySpan<float> matrix, int pair, Span<float> forward)
    {
        int n = Source(pair).Length;
        int m = Target(pair).Length;
        (int rowStep, int columnStep) = _transposed ? (1, m) : (n, 1);
        for (int j = 0; j < m; j++)
        {
            for (int i = 0; i < n; i++)
            {
                forward[(j * rowStep) + (i * columnStep)] += matrix[(j * n) + i];
            }
        }
    }

    private static void Transpose(ReadOnlySpan<int> matrix, int columns, Span<int> transposed)
    {
        int rows = matrix.Length / Math.Max(1, columns);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                transposed[(column * rows) + row] = matrix[(row * columns) + column];
            }
        }
    }
}
