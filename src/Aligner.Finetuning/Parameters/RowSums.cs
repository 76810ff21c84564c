namespace Aligner.Finetuning.Parameters;

/// <summary>Sums for some of the rows of a table.</summary>
/// <param name="count">Rows of the table.</param>
/// <param name="width">Values of a row.</param>
internal sealed class RowSums(int count, int width)
{
    private readonly List<int> _rows = [];
    private int[] _slots = [];
    private float[] _values = [];

    /// <summary>Rows of the table.</summary>
    public int Count => count;

    /// <summary>Values of a row.</summary>
    public int Width => width;

    /// <summary>The rows that were asked for, in the order of the first time.</summary>
    public IReadOnlyList<int> Rows => _rows;

    /// <summary>The sums of <see cref="Rows"/>, one row after another.</summary>
    public ReadOnlySpan<float> Values => _values.AsSpan(0, _rows.Count * width);

    /// <summary>The sums of a row, zeros the first time.</summary>
    public Span<float> this[int row]
    {
        get
        {
            int slot = Slot(row);
            return _values.AsSpan(slot * width, width);
        }
    }

    /// <summary>Forgets all rows.</summary>
    public void Clear()
    {
        foreach (int row in _rows)
        {
            _slots[row] = 0;
        }

        _rows.Clear();
    }

    // The place of a row; places are stored from 1, as 0 is a row without one.
    private int Slot(int row)
    {
        if (_slots.Length == 0)
        {
            _slots = new int[count];
        }

        if (_slots[row] > 0)
        {
            return _slots[row] - 1;
        }

        int slot = _rows.Count;
        _rows.Add(row);
        _slots[row] = slot + 1;
        if (_values.Length < _rows.Count * width)
        {
            Array.Resize(ref _values, Math.Max(2 * _values.Length, 64 * width));
        }

        _values.AsSpan(slot * width, width).Clear();
        return slot;
    }
}
