using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>
/// Rewrites a graph for 8-bit weights. A product with a constant matrix becomes an integer product of the inputs,
/// rounded anew for each batch, and the weights, rounded once. Inputs of 16 bits are the sum of two of 8, the second of
/// which rounds what the first leaves: x W ≈ s₁ (q₁ W) + s₂ (q₂ W). Rows taken from a large table are rounded too.
/// </summary>
internal sealed class GraphQuantizer(
    OnnxGraph graph, WeightReader source, WeightWriter target, QuantizationOptions options)
{
    /// <summary>Smaller tables stay as they are: the gain would be nothing.</summary>
    private const int LargeTable = 4096;

    private readonly Dictionary<string, GraphTensor> _old = graph.Constants.ToDictionary(constant => constant.Name);
    private readonly QuantizedTensors _tensors = new(source, target);
    private readonly List<GraphNode> _nodes = [];
    private readonly HashSet<string> _rounded = [];
    private readonly HashSet<string> _multiplied = [];

    public OnnxGraph Rewrite()
    {
        foreach (GraphNode node in graph.Nodes)
        {
            switch (node.Operator)
            {
                case "MatMul" when node is { Inputs.Count: 2, Outputs.Count: 1 }
                    && Matrix(node.Inputs[1]) is GraphTensor weights:
                    AddProduct(node, weights);
                    break;
                case "Gather" when node is { Inputs.Count: 2, Outputs.Count: 1 }
                    && Matrix(node.Inputs[0]) is GraphTensor table && table.Shape[0] >= LargeTable:
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

        return graph with { Nodes = _nodes, Constants = _tensors.All };
    }

    private GraphTensor? Matrix(string name) =>
        _old.GetValueOrDefault(name) is { Type: ElementType.Float, Shape.Count: 2 } matrix ? matrix : null;

    private void AddProduct(GraphNode node, GraphTensor weights)
    {
        (string input, string output) = (node.Inputs[0], node.Outputs[0]);
        if (options.InputBits == 8)
        {
            AddIntegerProduct(output, input, weights);
            return;
        }

        string rest = input + "/rest";
        if (!_rounded.Contains(rest))
        {
            AddRounding(input);
            AddNode("DequantizeLinear", input + "/int8/float", Rounded(input));
            AddNode("Sub", rest, input, input + "/int8/float");
        }

        AddIntegerProduct(output + "/first", input, weights);
        AddIntegerProduct(output + "/second", rest, weights);
        AddNode("Add", output, output + "/first", output + "/second");
    }

    // The nodes are those that ONNX Runtime fuses.
    private void AddIntegerProduct(string output, string input, GraphTensor weights)
    {
        AddRounding(input);
        (string matrix, string scales) = _tensors.AddColumns(weights);
        if (!_multiplied.Add(matrix))
        {
            // Where it is told to be precise, ONNX Runtime changes the sign of weights on processors without VNNI, and
            // fails where two products share them. The copy lies in the same bytes of the file.
            matrix = _tensors.AddCopy(matrix, output + "/weights");
        }

        string[] rounded = Rounded(input);
        AddNode("MatMulInteger", output + "/int32", rounded[0], matrix, rounded[2]);
        AddCast(output + "/unscaled", output + "/int32");
        AddNode("Mul", output + "/scales", rounded[1], scales);
        AddNode("Mul", output, output + "/unscaled", output + "/scales");
    }

    private void AddRounding(string input)
    {
        if (_rounded.Add(input))
        {
            string[] rounded = Rounded(input);
            _nodes.Add(new GraphNode("DynamicQuantizeLinear", [input], rounded, [], rounded[0]));
        }
    }

    /// <summary>The names of the rounded input, of its scale and of the number that stands for zero.</summary>
    private static string[] Rounded(string input) => [input + "/int8", input + "/scale", input + "/zero"];

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
