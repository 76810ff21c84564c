using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients;

/// <summary>
/// Takes transpositions of matrices into the products that use them, which read either order at the same speed.
/// </summary>
internal static class MatrixTransposes
{
    private const string Suffix = "/folded";

    /// <summary>
    /// The same graph, with FusedMatMul for MatMul where that saves a transposition of the last axis.
    /// </summary>
    public static OnnxGraph Fold(OnnxGraph graph)
    {
        Dictionary<string, GraphNode> transposes = graph.Nodes.Where(node => node.Operator == "Transpose")
            .ToDictionary(node => node.Outputs[0]);
        GraphBuilder folded = new();
        foreach (GraphNode node in graph.Nodes)
        {
            if (node.Operator != "MatMul" || !node.Inputs.Any(input => MovesLastAxis(transposes, input)))
            {
                folded.Node(node);
                continue;
            }

            (string left, bool turnLeft) = Unturned(folded, transposes, node.Inputs[0], node.Outputs[0] + "/left");
            (string right, bool turnRight) = Unturned(folded, transposes, node.Inputs[1], node.Outputs[0] + "/right");
            folded.FusedMatMul(node.Outputs[0], left, right, turnLeft, turnRight);
        }

        OnnxGraph nodes = folded.Build(graph.Name);
        return graph with
        {
            Nodes = nodes.Nodes,
            OperatorSets = graph.OperatorSets.UnionBy(nodes.OperatorSets, set => set.Key).ToDictionary(),
        };
    }

    private static bool MovesLastAxis(Dictionary<string, GraphNode> transposes, string value) =>
        transposes.TryGetValue(value, out GraphNode? node)
        && node.Attribute<long[]>("perm", []) is [.., long moved, _] order
        && moved == order.Length - 1;

    // The value with its last two axes in the other order, and whether they are.
    private static (string Value, bool IsTurned) Unturned(
        GraphBuilder graph, Dictionary<string, GraphNode> transposes, string value, string name)
    {
        if (!MovesLastAxis(transposes, value))
        {
            return (value, false);
        }

        GraphNode node = transposes[value];
        long[] order = [.. node.Attribute<long[]>("perm", [])];
        (order[^2], order[^1]) = (order[^1], order[^2]);
        bool isIdentity = order.Select((axis, i) => axis == i).All(same => same);
        return (isIdentity ? node.Inputs[0] : graph.Transpose(name + Suffix, node.Inputs[0], order), true);
    }
}
