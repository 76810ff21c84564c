using System.Numerics.Tensors;
using Aligner.Core.Numerics;
using Aligner.Neural.OnnxRuntime;
using Tensor = Aligner.Neural.OnnxRuntime.Tensor;

namespace Aligner.Finetuning.Parameters;

/// <summary>
/// The gradient of a parameter: nothing, some rows, or all. Parts are summed in the order in which they are added.
/// </summary>
public sealed class Gradient : IDisposable
{
    /// <summary>Squares are summed in single precision over so many values, and from there on in double.</summary>
    private const int Block = 4096;

    private readonly long[] _shape;
    private readonly RowSums _rows;
    private Memory<float> _values;
    private Tensor? _tensor;

    internal Gradient(IReadOnlyList<long> shape)
    {
        _shape = [.. shape];
        _rows = new RowSums(
            checked((int)shape[0]), (int)shape.Skip(1).Aggregate(1L, (product, size) => product * size));
    }

    /// <summary>Whether nothing was added since the last clearing.</summary>
    public bool IsEmpty => !IsDense && _rows.Rows.Count == 0;

    /// <summary>Whether it has a value for each weight.</summary>
    public bool IsDense { get; private set; }

    /// <summary>The rows that it has values for if not <see cref="IsDense"/>.</summary>
    public IReadOnlyList<int> Rows => _rows.Rows;

    /// <summary>A value for each weight if <see cref="IsDense"/>, or else for those of <see cref="Rows"/>.</summary>
    public ReadOnlySpan<float> Values => IsDense ? _values.Span : _rows.Values;

    /// <summary>Values of a row.</summary>
    internal int Width => _rows.Width;

    /// <summary>The memory that the gradient lies in if <see cref="IsDense"/>, as an output of a graph.</summary>
    internal Tensor Target
    {
        get
        {
            if (_tensor is null)
            {
                _values = AlignedMemory.Allocate<float>(_rows.Count * _rows.Width);
                _tensor = Tensor.Over(_values, _shape);
            }

            return _tensor;
        }
    }

    /// <summary>Says that a graph wrote the first part to <see cref="Target"/>.</summary>
    internal void AcceptTarget() => IsDense = true;

    /// <summary>Adds a value for each weight.</summary>
    public void Add(ReadOnlySpan<float> gradient)
    {
        MakeDense();
        TensorPrimitives.Add(_values.Span, gradient, _values.Span);
    }

    /// <summary>Adds to rows.</summary>
    /// <param name="indices">
    /// Numbers of rows; one may come several times, and a negative one counts from the end.
    /// </param>
    /// <param name="rows">A row for each of them.</param>
    public void AddRows(ReadOnlySpan<long> indices, ReadOnlySpan<float> rows)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            int row = checked((int)(indices[i] < 0 ? indices[i] + _rows.Count : indices[i]));
            Span<float> sum = IsDense ? _values.Span.Slice(row * _rows.Width, _rows.Width) : _rows[row];
            TensorPrimitives.Add(sum, rows.Slice(i * _rows.Width, _rows.Width), sum);
        }
    }

    /// <summary>The sum of the squares of all values.</summary>
    public double SumOfSquares()
    {
        double sum = 0;
        for (ReadOnlySpan<float> rest = Values; !rest.IsEmpty; rest = rest[Math.Min(Block, rest.Length)..])
        {
            sum += SumOfSquares(rest[..Math.Min(Block, rest.Length)]);
        }

        return sum;
    }

    /// <summary>Makes it nothing again.</summary>
    public void Clear()
    {
        _rows.Clear();
        IsDense = false;
    }

    public void Dispose() => _tensor?.Dispose();

    private static float SumOfSquares(ReadOnlySpan<float> values) => OrderedSums.Dot(values, values);

    private void MakeDense()
    {
        if (IsDense)
        {
            return;
        }

        _ = Target;
        _values.Span.Clear();
        foreach (int row in _rows.Rows)
        {
            _rows[row].CopyTo(_values.Span.Slice(row * _rows.Width));
        }

        _rows.Clear();
        IsDense = true;
    }
}
