using Aligner.Statistical.Corpora;

namespace Aligner.Statistical.Lexicon;

/// <summary>The counts of one row of a factor by its columns. For one thread; reused from row to row.</summary>
internal sealed class RowSums
{
    private readonly FactoredPairs _pairs;
    private readonly double[] _sums;
    private readonly int[] _rowOfColumn;

    public RowSums(FactoredPairs pairs)
    {
        _pairs = pairs;
        _sums = new double[pairs.Target.Count];
        _rowOfColumn = new int[pairs.Target.Count];
        _rowOfColumn.AsSpan().Fill(-1);
    }

    /// <summary>The columns that the row has, in the order of the text.</summary>
    public List<int> Columns { get; } = [];

    /// <summary>The sum of a column that the row has.</summary>
    public double this[int column] => _sums[column];

    /// <summary>Adds a row up.</summary>
    /// <param name="row">The row.</param>
    /// <param name="counts">The count of each entry of the index.</param>
    /// <param name="prior">Pseudo-counts of the row.</param>
    public void Load(int row, ReadOnlySpan<double> counts, ReadOnlySpan<WordPairCount> prior)
    {
        Columns.Clear();
        CooccurrenceIndex index = _pairs.Index;
        ReadOnlySpan<int> values = _pairs.TargetValues;
        foreach (int word in _pairs.Words(row))
        {
            for (int entry = index.RowStarts[word]; entry < index.RowStarts[word + 1]; entry++)
            {
                Add(row, values[index.Columns[entry]], counts[entry]);
            }
        }

        foreach (WordPairCount pair in prior)
        {
            Add(row, pair.Target, (float)pair.Count);
        }
    }

    private void Add(int row, int column, double count)
    {
        if (_rowOfColumn[column] == row)
        {
            _sums[column] += count;
            return;
        }

        _rowOfColumn[column] = row;
        _sums[column] = count;
        Columns.Add(column);
    }
}
