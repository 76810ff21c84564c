namespace Aligner.Neural.Graphs;

/// <summary>One operation of a graph.</summary>
/// <param name="Operator">Its type, such as <c>MatMul</c>.</param>
/// <param name="Inputs">Names of values; an empty one is an optional input that is left out.</param>
/// <param name="Outputs">Names of the values that it makes.</param>
/// <param name="Attributes">Its fixed parameters.</param>
/// <param name="Name">For messages and profiles; may be empty.</param>
/// <param name="Domain">The operator set; empty for that of ONNX.</param>
public sealed record GraphNode(
    string Operator,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<GraphParameter> Attributes,
    string Name = "",
    string Domain = "")
{
    /// <summary>The attribute of that name, or <paramref name="otherwise"/>.</summary>
    public T Attribute<T>(string name, T otherwise) =>
        Attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value is T value ? value : otherwise;
}
