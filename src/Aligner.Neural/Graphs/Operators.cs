using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>
/// The operators that our graphs are made of, as ONNX operator set 20 defines them. Each adds a node to the builder,
/// names its output as the first argument says, and gives that name.
/// </summary>
public static class Operators
{
    public static string Add(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("Add", name, [left, right]);

    public static string Subtract(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("Sub", name, [left, right]);

    public static string Multiply(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("Mul", name, [left, right]);

    public static string MatMul(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("MatMul", name, [left, right]);

    /// <summary>Rows of <paramref name="table"/>.</summary>
    public static string Gather(this GraphBuilder graph, string name, string table, string indices) =>
        graph.Node("Gather", name, [table, indices]);

    /// <summary>The exact function, or its approximation by tanh.</summary>
    public static string Gelu(this GraphBuilder graph, string name, string input, bool approximate = false) =>
        graph.Node(
            "Gelu", name, [input], approximate ? [new GraphParameter("approximate", "tanh")] : []);

    public static string Relu(this GraphBuilder graph, string name, string input) =>
        graph.Node("Relu", name, [input]);

    /// <summary>Over the last axis.</summary>
    public static string Softmax(this GraphBuilder graph, string name, string input) =>
        graph.Node("Softmax", name, [input], new GraphParameter("axis", -1L));

    /// <summary>Over the last axis.</summary>
    public static string LayerNormalization(
        this GraphBuilder graph, string name, string input, string scale, string bias, float epsilon) =>
        graph.Node(
            "LayerNormalization",
            name,
            [input, scale, bias],
            new GraphParameter("axis", -1L),
            new GraphParameter("epsilon", epsilon));

    /// <summary>A size of 0 keeps that of the input, one of -1 takes what is left.</summary>
    public static string Reshape(this GraphBuilder graph, string name, string input, params ReadOnlySpan<long> shape) =>
        graph.Node("Reshape", name, [input, graph.Integers(shape)]);

    public static string Transpose(this GraphBuilder graph, string name, string input, params long[] order) =>
        graph.Node("Transpose", name, [input], new GraphParameter("perm", order));

    public static string Unsqueeze(
        this GraphBuilder graph, string name, string input, params ReadOnlySpan<long> axes) =>
        graph.Node("Unsqueeze", name, [input, graph.Integers(axes)]);

    public static string Cast(this GraphBuilder graph, string name, string input, ElementType type) =>
        graph.Node("Cast", name, [input], new GraphParameter("to", (long)type));

    /// <summary>The size of one axis, as a list of one number.</summary>
    public static string Size(this GraphBuilder graph, string name, string input, long axis) =>
        graph.Node(
            "Shape", name, [input], new GraphParameter("start", axis), new GraphParameter("end", axis + 1));

    /// <summary>The first rows: as many as <paramref name="count"/>, a list of one number, says.</summary>
    public static string FirstRows(this GraphBuilder graph, string name, string input, string count) =>
        graph.Node("Slice", name, [input, graph.Integers(0), count, graph.Integers(0)]);
}
