using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>
/// Rewrites a graph for 8-bit weights. A product with a constant matrix becomes an integer product of the input,
/// rounded anew for each batch, and the weights, rounded once; rows taken from a large table are rounded too.
/// </summary>
internal sealed class GraphQuantizer(
    OnnxGraph graph, WeightReader source, WeightWriter target, QuantizationOptions options)
{
    /// <summary>Smaller tables stay as they are: the gain would be nothing.</summary>
    private const int LargeTable = 4096;

    /// <summary>The operator takes each input block with 8 bits too, and not with 32.</summary>
    private const long EightBitInputs = 4;

    private readonly Dictionary<string, GraphTensor> _old = graph.Constants.ToDictionary(constant => constant.Name);
    private readonly QuantizedTensors _tensors = new(source, target);
    private readonly List<GraphNode> _nodes = [];
    private readonly HashSet<string> _rounded = [];

    public OnnxGraph Rewrite()
    {
        foreach (GraphNode node in graph.Nodes)
        {
            switch (node.Operator)
            {
                case "MatMul" when Matrix(node.Inputs[1]) is GraphTensor weights:
                    AddProduct(node, weights);
                    break;
                case "Gather" when Matrix(node.Inputs[0]) is GraphTensor table && table.Shape[0] >= LargeTable:
                    AddRows(node, table);
                    break;
                default:
                    _nodes.Add(node);
                    break;
            }
        }

        HashSet<string> used = [.. _nodes.SelectMany(node => node.Inputs)];
        foreach (GraphTensor constant in graph.Constants.Where(constant => used.Contains(constant.Name)))
        {
            _tensors.Keep(constant);
        }

        return graph with
        {
            Nodes = _nodes,
            Constants = _tensors.All,
            OperatorSets = new Dictionary<string, long>(graph.OperatorSets) { [GraphBuilder.RuntimeDomain] = 1 },
        };
    }

    private GraphTensor? Matrix(string name) =>
        _old.GetValueOrDefault(name) is { Type: ElementType.Float, Shape.Count: 2 } matrix ? matrix : null;

    private void AddProduct(GraphNode node, GraphTensor weights)
    {
        if (options.BlockSize == QuantizationOptions.WholeRows)
        {
            AddProductOfRows(node, weights);
        }
        else
        {
            AddProductOfBlocks(node, weights);
        }
    }

    private void AddProductOfBlocks(GraphNode node, GraphTensor weights)
    {
        (string matrix, string scales) = _tensors.AddBlocks(weights, options.BlockSize);
        string name = node.Outputs[0];
        _nodes.Add(new GraphNode(
            "MatMulNBits",
            [node.Inputs[0], matrix, scales],
            [name],
            [
                new GraphParameter("K", weights.Shape[0]),
                new GraphParameter("N", weights.Shape[1]),
                new GraphParameter("bits", 8L),
                new GraphParameter("block_size", (long)options.BlockSize),
                new GraphParameter("accuracy_level", EightBitInputs),
            ],
            name,
            GraphBuilder.RuntimeDomain));
    }

    // The nodes are those that ONNX Runtime fuses.
    private void AddProductOfRows(GraphNode node, GraphTensor weights)
    {
        string input = node.Inputs[0];
        string rounded = input + "/int8", inputScale = input + "/scale", zero = input + "/zero";
        if (_rounded.Add(input))
        {
            _nodes.Add(new GraphNode("DynamicQuantizeLinear", [input], [rounded, inputScale, zero], [], rounded));
        }

        (string matrix, string scales) = _tensors.AddColumns(weights);
        string name = node.Outputs[0];
        AddNode("MatMulInteger", name + "/int32", rounded, matrix, zero);
        AddCast(name + "/unscaled", name + "/int32");
        AddNode("Mul", name + "/scale", inputScale, scales);
        AddNode("Mul", name, name + "/unscaled", name + "/scale");
    }

    private void AddRows(GraphNode node, GraphTensor table)
    {
        string name = node.Outputs[0], ids = node.Inputs[1];
        if (options.TableBits == 16)
        {
            AddNode("Gather", name + "/float16", _tensors.AddHalves(table), ids);
            AddCast(name, name + "/float16");
            return;
        }

        (string rows, string scales) = _tensors.AddRows(table);
        AddNode("Gather", name + "/int8", rows, ids);
        AddNode("Gather", name + "/scale", scales, ids);
        AddCast(name + "/unscaled", name + "/int8");
        AddNode("Mul", name, name + "/unscaled", name + "/scale");
    }

    private void AddNode(string type, string output, params string[] inputs) =>
        _nodes.Add(new GraphNode(type, inputs, [output], [], output));

    private void AddCast(string output, string input) => _nodes.Add(new GraphNode(
        "Cast", [input], [output], [new GraphParameter("to", (long)ElementType.Float)], output));
}
