using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Parameters;

/// <summary>
/// A tensor of weights that training changes. The values lie in memory that never moves, which the runtime reads
/// without a copy.
/// </summary>
public sealed class Parameter : IDisposable
{
    private readonly Memory<float> _values;
    private readonly Lazy<Tensor> _tensor;

    /// <param name="name">The name of the constant or input in the graphs.</param>
    /// <param name="shape">Its dimensions, at least one.</param>
    /// <param name="decays">Whether weight decay applies.</param>
    public Parameter(string name, IReadOnlyList<long> shape, bool decays)
    {
        ArgumentOutOfRangeException.ThrowIfZero(shape.Count, nameof(shape));
        Name = name;
        Shape = [.. shape];
        Decays = decays;
        _values = AlignedMemory.Allocate<float>(
            checked((int)shape.Aggregate(1L, (product, size) => checked(product * size))));
        _tensor = new Lazy<Tensor>(() => Tensor.Over(_values, [.. Shape]));
        Gradient = new Gradient(Shape);
    }

    public string Name { get; }

    public IReadOnlyList<long> Shape { get; }

    /// <summary>Whether weight decay applies: usual for matrices, not for biases and normalizations.</summary>
    public bool Decays { get; }

    /// <summary>Whether training leaves it as it is; false by default.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The weights, row by row; zeros at first.</summary>
    public Span<float> Values => _values.Span;

    /// <summary>The sum of the gradients since the last step.</summary>
    public Gradient Gradient { get; }

    /// <summary>The weights, as an input of a graph.</summary>
    internal Tensor Tensor => _tensor.Value;

    /// <summary>A copy of the weights as a constant of a graph.</summary>
    public GraphTensor ToConstant() => GraphTensor.Of<float>(Name, _values.Span, Shape);

    public void Dispose()
    {
        if (_tensor.IsValueCreated)
        {
            _tensor.Value.Dispose();
        }

        Gradient.Dispose();
    }
}
