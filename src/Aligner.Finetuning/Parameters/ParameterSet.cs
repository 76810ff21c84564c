using System.Collections;
using Aligner.Core;
using Aligner.Neural.Graphs;
using Aligner.Neural.Models;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Parameters;

/// <summary>The weights that are trained, in a fixed order. What is not in it stays as the graphs have it.</summary>
public sealed class ParameterSet : IReadOnlyCollection<Parameter>, IDisposable
{
    private readonly OrderedDictionary<string, Parameter> _parameters = [];

    public int Count => _parameters.Count;

    /// <summary>The names, in order.</summary>
    public IReadOnlyCollection<string> Names => _parameters.Keys;

    /// <summary>The number of weights.</summary>
    public long Size => this.Sum(parameter => (long)parameter.Values.Length);

    /// <exception cref="KeyNotFoundException">There is no parameter of that name.</exception>
    public Parameter this[string name] => _parameters[name];

    public bool Contains(string name) => _parameters.ContainsKey(name);

    /// <summary>Adds a parameter of zeros.</summary>
    /// <inheritdoc cref="Parameter(string, IReadOnlyList{long}, bool)" path="/param" />
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public Parameter Add(string name, IReadOnlyList<long> shape, bool decays)
    {
        Parameter parameter = new(name, shape, decays);
        _parameters.Add(name, parameter);
        return parameter;
    }

    /// <summary>Adds a parameter with the values of a constant of floats.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="decays">Whether weight decay applies.</param>
    /// <param name="weights">Reads values that lie beside the graph.</param>
    /// <exception cref="ArgumentException">There is one of that name, or the constant holds no floats.</exception>
    /// <exception cref="DataException">The file beside the graph is truncated.</exception>
    public Parameter Add(GraphTensor constant, bool decays, WeightReader weights)
    {
        if (constant.Type != ElementType.Float)
        {
            throw new ArgumentException($"'{constant.Name}' holds {constant.Type}, not floats", nameof(constant));
        }

        Parameter parameter = Add(constant.Name, constant.Shape, decays);
        weights.Read(constant, 0, parameter.Values);
        return parameter;
    }

    /// <summary>Forgets all gradients.</summary>
    public void ClearGradients()
    {
        foreach (Parameter parameter in this)
        {
            parameter.Gradient.Clear();
        }
    }

    /// <summary>The Euclidean norm of all gradients together.</summary>
    public double GradientNorm() => Math.Sqrt(this.Sum(parameter => parameter.Gradient.SumOfSquares()));

    public IEnumerator<Parameter> GetEnumerator() => _parameters.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose()
    {
        foreach (Parameter parameter in this)
        {
            parameter.Dispose();
        }
    }
}
