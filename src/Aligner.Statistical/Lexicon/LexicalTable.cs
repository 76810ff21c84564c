using Aligner.Statistical.Corpora;
using Aligner.Statistical.Inference;

namespace Aligner.Statistical.Lexicon;

/// <summary>
/// The lexical probabilities t(f|e) of a trained model in compressed sparse rows, columns ascending in each row, and
/// t(f|NULL).
/// </summary>
public sealed class LexicalTable
{
    private readonly int[] _rowStarts;
    private readonly int[] _columns;
    private readonly float[] _probabilities;
    private readonly float[] _nullProbabilities;

    /// <param name="rowStarts">Start of each source word's row, and the end of the last.</param>
    /// <param name="columns">Target word of each entry, ascending in a row.</param>
    /// <param name="probabilities">t(f|e) of each entry.</param>
    /// <param name="nullProbabilities">t(f|NULL) of each target word.</param>
    /// <param name="floor">t of word pairs without an entry, and the least t of all.</param>
    /// <exception cref="ArgumentException">The arrays do not fit together.</exception>
    public LexicalTable(
        int[] rowStarts, int[] columns, float[] probabilities, float[] nullProbabilities, float floor)
    {
        if (rowStarts.Length == 0 || rowStarts[0] != 0 || rowStarts[^1] != columns.Length
            || columns.Length != probabilities.Length)
        {
            throw new ArgumentException("the rows of a lexical table do not fit its entries", nameof(rowStarts));
        }

        _rowStarts = rowStarts;
        _columns = columns;
        _probabilities = probabilities;
        _nullProbabilities = nullProbabilities;
        Floor = floor;
    }

    /// <summary>t of word pairs that never met in training, or whose words are unknown.</summary>
    public float Floor { get; }

    internal ReadOnlyMemory<int> RowStarts => _rowStarts;

    internal ReadOnlyMemory<int> Columns => _columns;

    internal ReadOnlyMemory<float> Probabilities => _probabilities;

    internal ReadOnlyMemory<float> NullProbabilities => _nullProbabilities;

    /// <summary>Whether the table has a row for each source word and t(f|NULL) for each target word.</summary>
    internal bool Fits(Vocabulary source, Vocabulary target) =>
        _rowStarts.Length - 1 == source.Count && _nullProbabilities.Length == target.Count;

    /// <summary>t(f|e); words may be <see cref="Vocabulary.Unknown"/>.</summary>
    public float this[int source, int target]
    {
        get
        {
            if (source == Vocabulary.Unknown || target == Vocabulary.Unknown)
            {
                return Floor;
            }

            int entry = _columns.AsSpan(_rowStarts[source].._rowStarts[source + 1]).BinarySearch(target);
            return entry < 0 ? Floor : Math.Max(Floor, _probabilities[_rowStarts[source] + entry]);
        }
    }

    /// <summary>t(f|NULL).</summary>
    public float Null(int target) => target == Vocabulary.Unknown ? Floor : Math.Max(Floor, _nullProbabilities[target]);

    /// <summary>Multiplies the emissions of a lattice by the lexical probabilities of its pair.</summary>
    internal void Multiply(ReadOnlySpan<int> source, ReadOnlySpan<int> target, Lattice lattice)
    {
        Span<float> emissions = lattice.Emissions;
        for (int i = 0; i < source.Length; i++)
        {
            for (int j = 0; j < target.Length; j++)
            {
                emissions[(j * lattice.Stride) + i] *= this[source[i], target[j]];
            }
        }

        for (int j = 0; j < target.Length; j++)
        {
            lattice.NullEmissions[j] *= Null(target[j]);
        }
    }
}
