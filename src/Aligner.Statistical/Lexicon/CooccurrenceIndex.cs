using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The distinct word pairs (e, f) that share a sentence pair, in compressed sparse rows, and for every cell (j, i) of
/// every sentence pair the entry of its word pair. Models keep their lexical counts in arrays parallel to the entries,
/// so that no inner loop looks a word up.
/// </summary>
/// <remarks>
/// Entry 0 belongs to no row: it stands for the word pairs that were pruned. Row e is
/// <c>RowStarts[e]..RowStarts[e + 1]</c>, in no order.
/// </remarks>
public sealed class CooccurrenceIndex
{
    /// <summary>The entry of all pruned word pairs.</summary>
    public const int Pruned = 0;

    internal const int BlockShift = 10;

    private readonly int[] _cellStarts;
    private readonly int[][] _blocks;

    internal CooccurrenceIndex(ParallelCorpus corpus, int[] rowStarts, int[] columns, int[] cellStarts, int[][] blocks)
    {
        Corpus = corpus;
        RowStarts = rowStarts;
        Columns = columns;
        _cellStarts = cellStarts;
        _blocks = blocks;
    }

    /// <summary>The indexed bitext.</summary>
    public ParallelCorpus Corpus { get; }

    /// <summary>The number of entries, <see cref="Pruned"/> included.</summary>
    public int EntryCount => Columns.Length;

    /// <summary>Where the row of each source word starts; one more element than there are source words.</summary>
    public int[] RowStarts { get; }

    /// <summary>The target word of each entry.</summary>
    public int[] Columns { get; }

    /// <summary>The entries of the cells of a pair: element j·n + i belongs to (e_i, f_j).</summary>
    public ReadOnlySpan<int> Cells(int pair) => CellsOf(pair);

    internal Span<int> CellsOf(int pair)
    {
        int length = Corpus.Source(pair).Length * Corpus.Target(pair).Length;
        return _blocks[pair >> BlockShift].AsSpan(_cellStarts[pair], length);
    }
}
