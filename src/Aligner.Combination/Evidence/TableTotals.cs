namespace Aligner.Combination.Evidence;

/// <summary>The sum and the maximum of each row and column of a table.</summary>
/// <remarks>Rows and columns are those of the table, the empty ones around it included.</remarks>
public sealed class TableTotals
{
    private Line[] _rows = [];
    private Line[] _columns = [];

    /// <summary>The totals of a source word.</summary>
    public ref readonly Line Row(int row) => ref _rows[row];

    /// <summary>The totals of a target word.</summary>
    public ref readonly Line Column(int column) => ref _columns[column];

    /// <summary>Sums up a table.</summary>
    public void Fill(LinkTable table)
    {
        ReadOnlySpan<float> cells = table.Cells;
        int rows = table.SourceLength + 2, stride = table.Stride;
        Clear(ref _rows, rows);
        Clear(ref _columns, stride);
        for (int row = 1; row < rows - 1; row++)
        {
            for (int column = 1; column < stride - 1; column++)
            {
                float probability = cells[(row * stride) + column];
                _rows[row].Add(probability, column);
                _columns[column].Add(probability, row);
            }
        }
    }

    private static void Clear(ref Line[] lines, int count)
    {
        if (lines.Length < count)
        {
            lines = new Line[2 * count];
        }

        lines.AsSpan(0, count).Clear();
    }

    /// <summary>A row or a column.</summary>
    public struct Line
    {
        private float _sum;
        private float _second;

        /// <summary>The largest cell.</summary>
        public float Best { get; private set; }

        /// <summary>Where it is; 0, which is empty, if all are 0.</summary>
        public int BestPlace { get; private set; }

        /// <summary>The sum of the cells except one.</summary>
        public readonly float SumWithout(float probability) => _sum - probability;

        /// <summary>The largest cell except one.</summary>
        public readonly float BestWithout(float probability) => probability >= Best ? _second : Best;

        public void Add(float probability, int place)
        {
            _sum += probability;
            if (probability > Best)
            {
                (_second, Best, BestPlace) = (Best, probability, place);
            }
            else
            {
                _second = Math.Max(_second, probability);
            }
        }
    }
}
