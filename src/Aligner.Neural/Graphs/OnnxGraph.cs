namespace Aligner.Neural.Graphs;

/// <summary>A computation: nodes in an order in which they can run, constants, inputs and outputs.</summary>
public sealed record OnnxGraph
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "graph";

    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    public required IReadOnlyList<GraphTensor> Constants { get; init; }

    public required IReadOnlyList<GraphValue> Inputs { get; init; }

    public required IReadOnlyList<GraphValue> Outputs { get; init; }

    /// <summary>The version of the operator set, by its domain; empty for that of ONNX.</summary>
    public required IReadOnlyDictionary<string, long> OperatorSets { get; init; }

    /// <summary>The same graph with the outputs of these names alone, and only what they need.</summary>
    /// <exception cref="ArgumentException">There is no such output.</exception>
    public OnnxGraph CutTo(params IReadOnlyCollection<string> outputs)
    {
        GraphValue[] kept = [.. outputs.Select(name => Outputs.FirstOrDefault(output => output.Name == name)
            ?? throw new ArgumentException($"the graph has no output '{name}'", nameof(outputs)))];
        HashSet<string> needed = [.. outputs];
        List<GraphNode> nodes = [];
        foreach (GraphNode node in Nodes.Reverse().Where(node => node.Outputs.Any(needed.Contains)))
        {
            nodes.Add(node);
            needed.UnionWith(node.Inputs);
        }

        nodes.Reverse();
        return this with
        {
            Nodes = nodes,
            Constants = [.. Constants.Where(constant => needed.Contains(constant.Name))],
            Outputs = kept,
        };
    }

    /// <summary>
    /// The same graph with the constants of these names turned into inputs, so that they can change between runs; a
    /// name that is an input already stays one.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such constant or input.</exception>
    public OnnxGraph Free(params IReadOnlyCollection<string> constants)
    {
        HashSet<string> freed = [.. constants];
        freed.ExceptWith(Inputs.Select(input => input.Name));
        GraphValue[] inputs = [.. Constants.Where(constant => freed.Remove(constant.Name)).Select(constant =>
            new GraphValue(constant.Name, constant.Type, [.. constant.Shape.Select(size => (GraphDimension)size)]))];
        if (freed.Count > 0)
        {
            throw new ArgumentException(
                $"the graph has no constant or input '{freed.First()}'", nameof(constants));
        }

        return this with
        {
            Constants = [.. Constants.Where(constant => !constants.Contains(constant.Name))],
            Inputs = [.. Inputs, .. inputs],
        };
    }
}
