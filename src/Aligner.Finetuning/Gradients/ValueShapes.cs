using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Gradients;

/// <summary>Types and shapes of all values of a graph, as ONNX Runtime infers them.</summary>
internal sealed class ValueShapes
{
    private readonly Dictionary<string, TensorInfo> _values;

    /// <exception cref="OnnxRuntimeException">The graph is not valid, or ONNX Runtime is missing.</exception>
    public ValueShapes(OnnxGraph graph)
    {
        HashSet<string> declared = [.. graph.Outputs.Select(output => output.Name)];
        GraphValue[] others = [.. graph.Nodes.SelectMany(node => node.Outputs)
            .Where(name => name.Length > 0 && !declared.Contains(name))
            .Select(name => new GraphValue(name, ElementType.Undefined, Shape: null))];
        using OnnxSession session = new(
            OnnxWriter.Write(graph with { Outputs = [.. graph.Outputs, .. others] }),
            new SessionSettings { Optimization = GraphOptimization.None, Threads = 1 });
        _values = session.Inputs.Concat(session.Outputs).ToDictionary(value => value.Name);
        foreach (GraphTensor constant in graph.Constants)
        {
            _values[constant.Name] = new TensorInfo(constant.Name, constant.Type, constant.Shape);
        }
    }

    /// <summary>Type and shape of a value; -1 for a size that is known only when it runs.</summary>
    public TensorInfo this[string name] => _values[name];
}
