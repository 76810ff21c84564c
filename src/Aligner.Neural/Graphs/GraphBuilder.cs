using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>Makes a graph node by node. Values are known by their names; see <see cref="Operators"/>.</summary>
public sealed class GraphBuilder
{
    /// <summary>The version of the ONNX operator set that the nodes are of: the first with Gelu.</summary>
    public const long OperatorSet = 20;

    /// <summary>The domain of the operators that ONNX Runtime adds to those of ONNX.</summary>
    public const string RuntimeDomain = "com.microsoft";

    private readonly List<GraphNode> _nodes = [];
    private readonly Dictionary<string, GraphTensor> _constants = [];
    private readonly List<GraphValue> _inputs = [];
    private readonly List<GraphValue> _outputs = [];

    /// <summary>Declares an input and gives its name.</summary>
    public string Input(string name, ElementType type, params IReadOnlyList<GraphDimension> shape)
    {
        _inputs.Add(new GraphValue(name, type, shape));
        return name;
    }

    /// <summary>Adds a constant and gives its name; one of that name is not added again.</summary>
    public string Constant(GraphTensor tensor)
    {
        _constants.TryAdd(tensor.Name, tensor);
        return tensor.Name;
    }

    /// <summary>Adds a list of whole numbers, as shapes and axes are given.</summary>
    public string Integers(params ReadOnlySpan<long> values) => Constant(GraphTensor.Of(
        $"integers:{string.Join(',', values.ToArray())}", values, values.Length));

    /// <summary>Adds a single number.</summary>
    public string Scalar(float value) =>
        Constant(GraphTensor.Of(FormattableString.Invariant($"scalar:{value}"), [value]));

    /// <summary>Adds a node with one output and gives the output's name.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="output">The name of its output.</param>
    /// <param name="inputs">Names of values.</param>
    /// <param name="attributes">Its fixed parameters.</param>
    public string Node(
        string type, string output, IReadOnlyList<string> inputs, params IReadOnlyList<GraphParameter> attributes)
    {
        _nodes.Add(new GraphNode(type, inputs, [output], attributes, output));
        return output;
    }

    /// <summary>Adds a node of any domain and any number of outputs.</summary>
    public void Node(GraphNode node) => _nodes.Add(node);

    /// <summary>
    /// Adds nodes, constants and inputs of another graph, but not its outputs: its values can be used by their names.
    /// </summary>
    /// <param name="graph">The other graph.</param>
    /// <param name="prefix">
    /// Put before all names but those of constants, those of sizes too, so that a graph can be added several times
    /// over the same weights.
    /// </param>
    public void Include(OnnxGraph graph, string prefix = "")
    {
        foreach (GraphTensor constant in graph.Constants)
        {
            Constant(constant);
        }

        string[] Rename(IReadOnlyList<string> names) =>
            [.. names.Select(name => name.Length == 0 || _constants.ContainsKey(name) ? name : prefix + name)];
        _inputs.AddRange(graph.Inputs.Select(input => input with
        {
            Name = prefix + input.Name,
            Shape = input.Shape is null
                ? null
                : [.. input.Shape.Select(size => size.Name is null ? size : prefix + size.Name)],
        }));
        _nodes.AddRange(graph.Nodes.Select(node => node with
        {
            Name = prefix + node.Name,
            Inputs = Rename(node.Inputs),
            Outputs = Rename(node.Outputs),
        }));
    }

    /// <summary>Declares the value of that name an output.</summary>
    public void Output(string name, ElementType type, params IReadOnlyList<GraphDimension> shape) =>
        _outputs.Add(new GraphValue(name, type, shape));

    /// <summary>The graph.</summary>
    public OnnxGraph Build(string name) => new()
    {
        Name = name,
        Nodes = [.. _nodes],
        Constants = [.. _constants.Values],
        Inputs = [.. _inputs],
        Outputs = [.. _outputs],
        OperatorSets = _nodes.Select(node => node.Domain).Append(string.Empty).Distinct()
            .ToDictionary(domain => domain, domain => domain.Length == 0 ? OperatorSet : 1),
    };
}
