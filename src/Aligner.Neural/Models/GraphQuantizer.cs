using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>
/// Rewrites a graph for 8-bit weights. A product with a constant matrix becomes an integer product of the input,
/// rounded anew for each batch (DynamicQuantizeLinear), and the weights, rounded once with a scale for each column;
/// rows taken from a large table are rounded with a scale for each row. The nodes are those that ONNX Runtime fuses.
/// </summary>
internal sealed class GraphQuantizer(OnnxGraph graph, WeightReader source, WeightWriter target)
{
    /// <summary>Smaller tables stay as they are: the gain would be nothing.</summary>
    private const int LargeTable = 4096;

    private readonly Dictionary<string, GraphTensor> _old = graph.Constants.ToDictionary(constant => constant.Name);
    private readonly Dictionary<string, GraphTensor> _new = [];
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
            _new.TryAdd(constant.Name, constant.External is null ? constant : Copy(constant));
        }

        return graph with { Nodes = _nodes, Constants = [.. _new.Values] };
    }

    private GraphTensor? Matrix(string name) =>
        _old.GetValueOrDefault(name) is { Type: ElementType.Float, Shape.Count: 2 } matrix ? matrix : null;

    private void AddProduct(GraphNode node, GraphTensor weights)
    {
        string input = node.Inputs[0];
        string rounded = input + "/int8", inputScale = input + "/scale", zero = input + "/zero";
        if (_rounded.Add(input))
        {
            _nodes.Add(new GraphNode("DynamicQuantizeLinear", [input], [rounded, inputScale, zero], [], rounded));
        }

        (string matrix, string scales) = Quantize(weights, byRow: false);
        string name = node.Outputs[0];
        AddNode("MatMulInteger", name + "/int32", rounded, matrix, zero);
        _nodes.Add(new GraphNode(
            "Cast",
            [name + "/int32"],
            [name + "/unscaled"],
            [new GraphParameter("to", (long)ElementType.Float)],
            name + "/unscaled"));
        AddNode("Mul", name + "/scale", inputScale, scales);
        AddNode("Mul", name, name + "/unscaled", name + "/scale");
    }

    private void AddRows(GraphNode node, GraphTensor table)
    {
        (string rows, string scales) = Quantize(table, byRow: true);
        string name = node.Outputs[0], ids = node.Inputs[1];
        AddNode("Gather", name + "/int8", rows, ids);
        AddNode("Gather", name + "/scale", scales, ids);
        _nodes.Add(new GraphNode(
            "Cast",
            [name + "/int8"],
            [name + "/unscaled"],
            [new GraphParameter("to", (long)ElementType.Float)],
            name + "/unscaled"));
        AddNode("Mul", name, name + "/unscaled", name + "/scale");
    }

    private void AddNode(string type, string output, params string[] inputs) =>
        _nodes.Add(new GraphNode(type, inputs, [output], [], output));

    private (string Values, string Scales) Quantize(GraphTensor tensor, bool byRow)
    {
        string name = tensor.Name + "/int8", scaleName = tensor.Name + "/scale";
        if (_new.ContainsKey(name))
        {
            return (name, scaleName);
        }

        int rows = checked((int)tensor.Shape[0]), columns = checked((int)tensor.Shape[1]);
        float[] scales = new float[byRow ? rows : columns];
        target.Begin();
        if (byRow)
        {
            // Tables can be too large to have twice in memory.
            float[] values = new float[columns];
            sbyte[] quantized = new sbyte[columns];
            for (int row = 0; row < rows; row++)
            {
                source.Read<float>(tensor, (long)row * columns, values);
                WeightQuantizer.Rows(values, quantized, scales.AsSpan(row, 1));
                target.Write<sbyte>(quantized);
            }
        }
        else
        {
            float[] values = new float[rows * columns];
            sbyte[] quantized = new sbyte[values.Length];
            source.Read<float>(tensor, 0, values);
            WeightQuantizer.Columns(values, quantized, scales);
            target.Write<sbyte>(quantized);
        }

        _new[name] = target.End(name, ElementType.Int8, tensor.Shape);
        _new[scaleName] = GraphTensor.Of<float>(scaleName, scales, byRow ? [rows, 1] : [columns]);
        return (name, scaleName);
    }

    private GraphTensor Copy(GraphTensor tensor)
    {
        byte[] bytes = new byte[tensor.External!.Length];
        source.Read<byte>(tensor, 0, bytes);
        target.Begin();
        target.Write<byte>(bytes);
        return target.End(tensor.Name, tensor.Type, tensor.Shape);
    }
}
