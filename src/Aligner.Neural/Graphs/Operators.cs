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

    public static string Divide(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("Div", name, [left, right]);

    /// <summary>The greater of two numbers.</summary>
    public static string Maximum(this GraphBuilder graph, string name, string left, string right) =>
        graph.Node("Max", name, [left, right]);

    public static string Negate(this GraphBuilder graph, string name, string input) =>
        graph.Node("Neg", name, [input]);

    public static string Exp(this GraphBuilder graph, string name, string input) => graph.Node("Exp", name, [input]);

    public static string Log(this GraphBuilder graph, string name, string input) => graph.Node("Log", name, [input]);

    public static string Sqrt(this GraphBuilder graph, string name, string input) =>
        graph.Node("Sqrt", name, [input]);

    public static string Sigmoid(this GraphBuilder graph, string name, string input) =>
        graph.Node("Sigmoid", name, [input]);

    public static string Tanh(this GraphBuilder graph, string name, string input) =>
        graph.Node("Tanh", name, [input]);

    /// <summary>log(1 + exp(input)), which makes the cross-entropy of a sigmoid.</summary>
    public static string Softplus(this GraphBuilder graph, string name, string input) =>
        graph.Node("Softplus", name, [input]);

    public static string LogSoftmax(this GraphBuilder graph, string name, string input, long axis = -1) =>
        graph.Node("LogSoftmax", name, [input], new GraphParameter("axis", axis));

    /// <summary>
    /// Over the axes given, which stay with size 1 if <paramref name="keep"/>; over all if none are given.
    /// </summary>
    public static string ReduceSum(
        this GraphBuilder graph, string name, string input, bool keep, params ReadOnlySpan<long> axes) =>
        graph.Reduce("ReduceSum", name, input, keep, axes);

    /// <inheritdoc cref="ReduceSum" />
    public static string ReduceMean(
        this GraphBuilder graph, string name, string input, bool keep, params ReadOnlySpan<long> axes) =>
        graph.Reduce("ReduceMean", name, input, keep, axes);

    /// <summary>Values at places along an axis; all other axes of both have the same sizes.</summary>
    public static string GatherElements(
        this GraphBuilder graph, string name, string input, string indices, long axis) =>
        graph.Node("GatherElements", name, [input, indices], new GraphParameter("axis", axis));

    public static string Concat(this GraphBuilder graph, string name, long axis, params string[] inputs) =>
        graph.Node("Concat", name, inputs, new GraphParameter("axis", axis));

    /// <summary>Repeats along axes of size 1 up to the sizes in <paramref name="shape"/>, a list of them.</summary>
    public static string Expand(this GraphBuilder graph, string name, string input, string shape) =>
        graph.Node("Expand", name, [input, shape]);

    /// <summary>Values of <paramref name="yes"/> where <paramref name="condition"/> holds.</summary>
    public static string Where(this GraphBuilder graph, string name, string condition, string yes, string no) =>
        graph.Node("Where", name, [condition, yes, no]);

    /// <summary>
    /// The product of the last two axes, scaled, either matrix transposed first; an operator of ONNX Runtime.
    /// </summary>
    public static string FusedMatMul(
        this GraphBuilder graph,
        string name,
        string left,
        string right,
        bool transposeLeft = false,
        bool transposeRight = false,
        float scale = 1)
    {
        graph.Node(new GraphNode(
            "FusedMatMul",
            [left, right],
            [name],
            [
                new GraphParameter("transA", transposeLeft ? 1L : 0),
                new GraphParameter("transB", transposeRight ? 1L : 0),
                new GraphParameter("alpha", scale),
            ],
            name,
            GraphBuilder.RuntimeDomain));
        return name;
    }

    private static string Reduce(
        this GraphBuilder graph, string type, string name, string input, bool keep, ReadOnlySpan<long> axes) =>
        graph.Node(
            type,
            name,
            axes.IsEmpty ? [input] : [input, graph.Integers(axes)],
            new GraphParameter("keepdims", keep ? 1L : 0));
}
