using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>Makes a graph node by node. Values are known by their names; see <see cref="Operators"/>.</summary>
public sealed class GraphBuilder
{
    /// <summary>The version of the ONNX operator set that the nodes are of: the first with Gelu.</summary>
    public const long OperatorSet = 20;

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
        OperatorSets = new Dictionary<string, long> { [string.Empty] = OperatorSet },
    };
}
