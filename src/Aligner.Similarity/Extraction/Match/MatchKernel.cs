using Aligner.Similarity.Numerics;

namespace Aligner.Similarity.Extraction.Match;

/// <summary>
/// The rectangular assignment problem by shortest augmenting paths (Jonker and Volgenant 1987; the row-by-row form of
/// Crouse 2016), O(rows² · columns).
/// </summary>
internal static class MatchKernel
{
    /// <summary>Assigns every row a column of its own so that the sum of the costs is least.</summary>
    /// <param name="cost">Rows × columns, finite, with no more rows than columns.</param>
    /// <param name="columnOfRow">The column of each row.</param>
    /// <param name="columns">Number of columns.</param>
    public static void Assign(ReadOnlySpan<double> cost, Span<int> columnOfRow, int columns)
    {
        int rows = columnOfRow.Length;
        using Pooled<double> rowPotentials = new(rows);
        using Pooled<double> columnPotentials = new(columns);
        using Pooled<double> distances = new(columns);
        using Pooled<int> rowOfColumn = new(columns);
        using Pooled<int> previousRow = new(columns);
        using Pooled<int> open = new(columns);
        rowPotentials.Span.Clear();
        columnPotentials.Span.Clear();
        rowOfColumn.Span.Fill(-1);
        columnOfRow.Fill(-1);
        for (int row = 0; row < rows; row++)
        {
            Tree tree = new(distances.Span, previousRow.Span, open.Span);
            int sink = tree.Grow(cost, rowPotentials.Span, columnPotentials.Span, rowOfColumn.Span, row);
            tree.UpdatePotentials(rowPotentials.Span, columnPotentials.Span, rowOfColumn.Span, row, sink);
            Augment(previousRow.Span, rowOfColumn.Span, columnOfRow, row, sink);
        }
    }

    private static void Augment(
        ReadOnlySpan<int> previousRow, Span<int> rowOfColumn, Span<int> columnOfRow, int start, int sink)
    {
        int column = sink;
        int row;
        do
        {
            row = previousRow[column];
            rowOfColumn[column] = row;
            (columnOfRow[row], column) = (column, columnOfRow[row]);
        }
        while (row != start);
    }

    /// <summary>The shortest paths from one row by reduced costs, as Dijkstra finds them.</summary>
    private ref struct Tree(Span<double> distances, Span<int> previousRow, Span<int> open)
    {
        private readonly Span<double> _distances = distances;
        private readonly Span<int> _previousRow = previousRow;

        // Columns not reached yet come first, those that are reached follow.
        private readonly Span<int> _columns = open;
        private int _openCount = open.Length;

        /// <summary>Grows the tree until it reaches a free column, and returns that.</summary>
        public int Grow(
            ReadOnlySpan<double> cost,
            ReadOnlySpan<double> rowPotentials,
            ReadOnlySpan<double> columnPotentials,
            ReadOnlySpan<int> rowOfColumn,
            int start)
        {
            _distances.Fill(double.PositiveInfinity);
            for (int k = 0; k < _columns.Length; k++)
            {
                _columns[k] = k;
            }

            int row = start;
            double reached = 0;
            while (true)
            {
                ReadOnlySpan<double> costs = cost.Slice(row * _columns.Length, _columns.Length);
                double offset = reached - rowPotentials[row];
                double lowest = double.PositiveInfinity;
                int nearest = 0;
                for (int k = 0; k < _openCount; k++)
                {
                    int column = _columns[k];
                    double distance = offset + costs[column] - columnPotentials[column];
                    if (distance < _distances[column])
                    {
                        _distances[column] = distance;
                        _previousRow[column] = row;
                    }

                    // Of columns equally near a free one ends the search.
                    if (_distances[column] < lowest
                        || (_distances[column] == lowest && rowOfColumn[column] < 0))
                    {
                        lowest = _distances[column];
                        nearest = k;
                    }
                }

                reached = lowest;
                int next = _columns[nearest];
                _openCount--;
                (_columns[nearest], _columns[_openCount]) = (_columns[_openCount], next);
                if (rowOfColumn[next] < 0)
                {
                    return next;
                }

                row = rowOfColumn[next];
            }
        }

        /// <summary>Keeps reduced costs of the tree at 0 or more, and at 0 along its paths.</summary>
        public readonly void UpdatePotentials(
            Span<double> rowPotentials,
            Span<double> columnPotentials,
            ReadOnlySpan<int> rowOfColumn,
            int start,
            int sink)
        {
            double total = _distances[sink];
            rowPotentials[start] += total;
            foreach (int column in _columns[_openCount..])
            {
                if (column != sink)
                {
                    rowPotentials[rowOfColumn[column]] += total - _distances[column];
                    columnPotentials[column] -= total - _distances[column];
                }
            }
        }
    }
}
