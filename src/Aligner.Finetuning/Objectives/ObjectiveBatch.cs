using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives;

/// <summary>The inputs of an objective for some pairs.</summary>
internal sealed class ObjectiveBatch : IDisposable
{
    private readonly List<NamedTensor> _inputs = [];

    /// <summary>A tensor for each input.</summary>
    public IReadOnlyList<NamedTensor> Inputs => _inputs;

    /// <summary>Adds an input over memory that stays as it is.</summary>
    public void Add<T>(string name, Memory<T> values, params ReadOnlySpan<long> shape)
        where T : unmanaged => _inputs.Add(new NamedTensor(name, Tensor.Over(values, shape)));

    public void Dispose() => _inputs.ForEach(input => input.Tensor.Dispose());
}
