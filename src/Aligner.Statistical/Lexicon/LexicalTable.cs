using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;
using Aligner.Statistical.Numerics;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The lexical probabilities t(f|e) of a trained model in compressed sparse rows, columns ascending in each row, and
/// t(f|NULL).
/// </summary>
public sealed class LexicalTable
{
    /// <param name="rowStarts">Start of each source word's row, and the end of the last.</param>
    /// <param name="columns">Target word of each entry, ascending in a row.</param>
    /// <param name="probabilities">t(f|e) of each entry.</param>
    /// <param name="nullProbabilities">t(f|NULL) of each target word.</param>
    /// <param name="floor">t of word pairs without an entry, and the least t of all.</param>
    /// <param name="totals">Σ_f c(e,f): how many links each source word's row stands for.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public LexicalTable(
        ReadOnlyMemory<int> rowStarts,
        ReadOnlyMemory<int> columns,
        ReadOnlyMemory<float> probabilities,
        ReadOnlyMemory<float> nullProbabilities,
        float floor,
        ReadOnlyMemory<float> totals)
    {
        if (rowStarts.IsEmpty || rowStarts.Span[0] != 0 || rowStarts.Span[^1] != columns.Length
            || columns.Length != probabilities.Length || totals.Length != rowStarts.Length - 1)
        {
            throw new ArgumentException("the rows of a lexical table do not fit its entries", nameof(rowStarts));
        }

        RowStarts = rowStarts;
        Columns = columns;
        Probabilities = probabilities;
        NullProbabilities = nullProbabilities;
        Floor = floor;
        Totals = totals;
    }

    /// <summary>The same from arrays.</summary>
    public LexicalTable(
        int[] rowStarts, int[] columns, float[] probabilities, float[] nullProbabilities, float floor, float[] totals)
        : this(
            rowStarts.AsMemory(),
            columns.AsMemory(),
            probabilities.AsMemory(),
            nullProbabilities.AsMemory(),
            floor,
            totals.AsMemory())
    {
    }

    /// <summary>t of word pairs that never met in training, or whose words are unknown.</summary>
    public float Floor { get; }

    internal ReadOnlyMemory<int> RowStarts { get; }

    internal ReadOnlyMemory<int> Columns { get; }

    internal ReadOnlyMemory<float> Probabilities { get; }

    internal ReadOnlyMemory<float> NullProbabilities { get; }

    internal ReadOnlyMemory<float> Totals { get; }

    /// <summary>Checks every number, of which a constructor in training need not doubt any.</summary>
    /// <exception cref="ArgumentException">
    /// Rows do not follow each other, columns are not words in ascending order, or a number is no probability.
    /// </exception>
    internal void Validate()
    {
        ReadOnlySpan<int> starts = RowStarts.Span, columns = Columns.Span;
        for (int row = 0; row < RowCount; row++)
        {
            if (starts[row + 1] < starts[row]
                || starts[row + 1] > columns.Length
                || !AreWords(columns[starts[row]..starts[row + 1]]))
            {
                throw new ArgumentException($"row {row} is none of words in ascending order");
            }
        }

        ValueChecks.Probabilities(Probabilities.Span, "t(f|e)");
        ValueChecks.Probabilities(NullProbabilities.Span, "t(f|NULL)");
        ValueChecks.Probabilities([Floor], "the floor of t(f|e)");
        ValueChecks.Counts(Totals.Span, "the counts of links");
    }

    /// <summary>The number of source words.</summary>
    internal int RowCount => RowStarts.Length - 1;

    /// <summary>Whether the table has a row for each source word and t(f|NULL) for each target word.</summary>
    internal bool Fits(Vocabulary source, Vocabulary target) =>
        RowCount == source.Count && NullProbabilities.Length == target.Count;

    /// <summary>t(f|e); words may be <see cref="Vocabulary.Unknown"/>.</summary>
    public float this[int source, int target]
    {
        get
        {
            if (source == Vocabulary.Unknown || target == Vocabulary.Unknown)
            {
                return Floor;
            }

            Range row = Row(source);
            int entry = SortedSpans.Find(Columns.Span[row], target);
            return entry < 0 ? Floor : Math.Max(Floor, Probabilities.Span[row][entry]);
        }
    }

    /// <summary>c(e,f) of the target words that a source word has entries for.</summary>
    internal IEnumerable<(int Target, float Count)> CountsOf(int source)
    {
        for (int entry = RowStarts.Span[source]; entry < RowStarts.Span[source + 1]; entry++)
        {
            yield return (Columns.Span[entry], Probabilities.Span[entry] * Totals.Span[source]);
        }
    }

    /// <summary>How many links a source word's row stands for; 0 if the word is unknown.</summary>
    internal float Total(int source) => source == Vocabulary.Unknown ? 0 : Totals.Span[source];

    /// <summary>t(f|NULL).</summary>
    public float Null(int target) =>
        target == Vocabulary.Unknown ? Floor : Math.Max(Floor, NullProbabilities.Span[target]);

    /// <summary>Multiplies the emissions of a lattice by the lexical probabilities of its pair.</summary>
    internal void Multiply(ReadOnlySpan<int> source, ReadOnlySpan<int> target, Lattice lattice)
    {
        Span<float> emissions = lattice.Emissions;
        for (int i = 0; i < source.Length; i++)
        {
            Range row = source[i] == Vocabulary.Unknown ? default : Row(source[i]);
            ReadOnlySpan<int> columns = Columns.Span[row];
            ReadOnlySpan<float> probabilities = Probabilities.Span[row];
            for (int j = 0; j < target.Length; j++)
            {
                int entry = SortedSpans.Find(columns, target[j]);
                emissions[(j * lattice.Stride) + i] *= entry < 0 ? Floor : Math.Max(Floor, probabilities[entry]);
            }
        }

        for (int j = 0; j < target.Length; j++)
        {
            lattice.NullEmissions[j] *= Null(target[j]);
        }
    }

    private bool AreWords(ReadOnlySpan<int> row)
    {
        int last = -1;
        foreach (int column in row)
        {
            if (column <= last)
            {
                return false;
            }

            last = column;
        }

        return last < NullProbabilities.Length;
    }

    private Range Row(int source) => RowStarts.Span[source]..RowStarts.Span[source + 1];
}
