using Aligner.Finetuning.Gradients;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Tests.Gradients;

/// <summary>Each rule against finite differences.</summary>
public sealed class RuleTests : RuntimeTests, IDisposable
{
    private readonly GradientCheck _check = new();

    private GraphBuilder Graph => _check.Graph;

    public static TheoryData<string, long[], long[]> Broadcasts()
    {
        (long[], long[])[] shapes =
            [([2, 3], [2, 3]), ([3], [2, 3]), ([2, 1, 3], [4, 1]), ([1], [2, 2]), ([2, 3], [1, 3])];
        TheoryData<string, long[], long[]> data = [];
        foreach (string type in (string[])["Add", "Sub", "Mul", "Div"])
        {
            Array.ForEach(shapes, pair => data.Add(type, pair.Item1, pair.Item2));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Broadcasts))]
    public void Operands_are_broadcast_to_each_other(string type, long[] left, long[] right)
    {
        string result = Graph.Node(
            type, "y", [_check.Parameter("a", -1, 1, left), _check.Parameter("b", 0.5f, 1.5f, right)]);
        _check.Verify(result, Broadcast(left, right));
    }

    [Theory]
    [InlineData("Identity")]
    [InlineData("Neg")]
    [InlineData("Abs")]
    [InlineData("Exp")]
    [InlineData("Log")]
    [InlineData("Sqrt")]
    [InlineData("Reciprocal")]
    [InlineData("Erf")]
    [InlineData("Relu")]
    [InlineData("Sigmoid")]
    [InlineData("Tanh")]
    [InlineData("Softplus")]
    [InlineData("Gelu")]
    public void Functions_of_one_number(string type)
    {
        bool isPositive = type is "Log" or "Sqrt" or "Reciprocal";
        string positive = Graph.Node(type, "y", [_check.Parameter("x", 0.3f, 2, 3, 5)]);
        string other = isPositive ? _check.Parameter("w", 0.5f, 3, 5) : _check.Parameter("w", -2, -0.3f, 5);
        string negative = Graph.Node(type, "z", [other]);
        _check.Verify(Graph.Multiply("product", positive, negative), 3, 5);
    }

    [Fact]
    public void Gelu_approximated_by_tanh() =>
        _check.Verify(Graph.Gelu("y", _check.Parameter("x", -3, 3, 20), approximate: true), 20);

    [Theory]
    [InlineData(2f)]
    [InlineData(3f)]
    [InlineData(-0.5f)]
    public void Powers(float exponent) => _check.Verify(
        Graph.Node("Pow", "y", [_check.Parameter("x", 0.5f, 2, 2, 3), Graph.Scalar(exponent)]), 2, 3);

    [Fact]
    public void Where_takes_the_gradient_to_the_side_that_was_taken()
    {
        string condition = Graph.Node("Less", "less", [_check.Input("x", 2, 3), Graph.Scalar(0)]);
        string result = Graph.Where(
            "y", condition, _check.Parameter("a", -1, 1, 3), _check.Parameter("b", -1, 1, 2, 1));
        _check.Verify(result, 2, 3);
    }

    [Theory]
    [InlineData(new long[] { 2, 3 }, new long[] { 3, 4 }, new long[] { 2, 4 })]
    [InlineData(new long[] { 2, 5, 3 }, new long[] { 3, 4 }, new long[] { 2, 5, 4 })]
    [InlineData(new long[] { 2, 2, 5, 3 }, new long[] { 2, 2, 3, 4 }, new long[] { 2, 2, 5, 4 })]
    [InlineData(new long[] { 5, 3 }, new long[] { 2, 3, 4 }, new long[] { 2, 5, 4 })]
    [InlineData(new long[] { 2, 1, 5, 3 }, new long[] { 2, 3, 4 }, new long[] { 2, 2, 5, 4 })]
    public void Products_of_matrices(long[] left, long[] right, long[] result) => _check.Verify(
        Graph.MatMul("y", _check.Parameter("a", -1, 1, left), _check.Parameter("b", -1, 1, right)), result);

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Products_of_transposed_matrices(bool turnLeft, bool turnRight)
    {
        string left = _check.Parameter("a", -1, 1, turnLeft ? [2, 3, 5] : [2, 5, 3]);
        string right = _check.Parameter("b", -1, 1, turnRight ? [4, 3] : [3, 4]);
        _check.Verify(Graph.FusedMatMul("y", left, right, turnLeft, turnRight, 0.7f), 2, 5, 4);
    }

    [Fact]
    public void Gemm_with_all_its_parts()
    {
        string[] inputs =
            [_check.Parameter("a", -1, 1, 3, 2), _check.Parameter("b", -1, 1, 4, 3), _check.Parameter("c", -1, 1, 4)];
        _check.Verify(
            Graph.Node(
                "Gemm",
                "y",
                inputs,
                new GraphParameter("transA", 1L),
                new GraphParameter("transB", 1L),
                new GraphParameter("alpha", 0.5f),
                new GraphParameter("beta", 2f)),
            2,
            4);
    }

    [Fact]
    public void Transposes_are_folded_into_products()
    {
        string left = Graph.Transpose("left", _check.Parameter("a", -1, 1, 3, 5), 1, 0);
        string right = Graph.Transpose("right", _check.Parameter("b", -1, 1, 2, 4, 2, 3), 0, 2, 3, 1);
        _check.Verify(Graph.MatMul("y", left, right), 2, 2, 5, 4);
    }

    [Theory]
    [InlineData("Softmax", -1)]
    [InlineData("Softmax", 1)]
    [InlineData("LogSoftmax", -1)]
    [InlineData("LogSoftmax", 1)]
    public void Distributions(string type, long axis) => _check.Verify(
        Graph.Node(type, "y", [_check.Parameter("x", -2, 2, 2, 3, 4)], new GraphParameter("axis", axis)), 2, 3, 4);

    [Fact]
    public void Layer_normalization() => _check.Verify(
        Graph.LayerNormalization(
            "y",
            _check.Parameter("x", -2, 2, 2, 3, 6),
            _check.Parameter("scale", 0.5f, 1.5f, 6),
            _check.Parameter("bias", -1, 1, 6),
            1e-5f),
        2,
        3,
        6);

    [Fact]
    public void Rows_of_a_parameter_and_of_a_computed_table()
    {
        string table = _check.Parameter("table", -1, 1, 5, 3);
        string computed = Graph.Tanh("computed", _check.Parameter("other", -1, 1, 4, 3));
        string indices = _check.Integers("indices", [3, 0, 3, -1, 1, 3], 2, 3);
        string fixedRows = Graph.Gather("fixed", table, Graph.Integers(1, 1, 2));
        string sum = Graph.Add(
            "sum", Graph.Gather("rows", table, indices), Graph.Gather("computed_rows", computed, indices));
        _check.Verify(Graph.Multiply("y", sum, fixedRows), 2, 3, 3);
    }

    [Theory]
    [InlineData(0, new long[] { 1, 0, 1, 1, 0, 1 }, new long[] { 2, 3 })]
    [InlineData(1, new long[] { 2, 0, 2, 1 }, new long[] { 2, 2 })]
    public void Values_at_places(long axis, long[] indices, long[] shape) => _check.Verify(
        Graph.GatherElements(
            "y", _check.Parameter("x", -1, 1, 2, 3), _check.Integers("indices", indices, shape), axis),
        shape);

    [Fact]
    public void Shapes_are_undone()
    {
        string x = _check.Parameter("x", -1, 1, 2, 3, 4);
        string open = Graph.Multiply("open", x, _check.Input("size", 2, 3, 1));
        string reshaped = Graph.Reshape("reshaped", open, 0, 0, 2, 2);
        string transposed = Graph.Transpose("transposed", reshaped, 2, 0, 3, 1);
        string unsqueezed = Graph.Unsqueeze("unsqueezed", transposed, 1);
        string expanded = Graph.Expand("expanded", unsqueezed, Graph.Integers(2, 2, 2, 2, 3));
        string wide = Graph.Unsqueeze("wide", expanded, 0);
        _check.Verify(Graph.Node("Squeeze", "y", [wide, Graph.Integers(0)]), 2, 2, 2, 2, 3);
    }

    [Fact]
    public void Slices_and_concatenations_share_the_gradient_out()
    {
        string x = _check.Parameter("x", -1, 1, 5, 3);
        string rows = Graph.FirstRows("rows", x, Graph.Size("size", _check.Input("other", 4, 3), axis: 0));
        string columns = Graph.Node(
            "Slice", "columns", [rows, Graph.Integers(1), Graph.Integers(100), Graph.Integers(1), Graph.Integers(1)]);
        string joined = Graph.Concat("joined", 1, columns, _check.Parameter("null", -1, 1, 4, 1), "other");
        _check.Verify(Graph.Multiply("y", joined, joined), 4, 6);
    }

    [Theory]
    [InlineData("ReduceSum")]
    [InlineData("ReduceMean")]
    [InlineData("ReduceSumSquare")]
    [InlineData("ReduceL2")]
    [InlineData("ReduceLogSumExp")]
    public void Reductions(string type)
    {
        string x = _check.Parameter("x", -1, 1, 2, 3, 4);
        string Reduce(string name, long keep, params string[] axes) =>
            Graph.Node(type, name, [x, .. axes], new GraphParameter("keepdims", keep));
        string kept = Graph.Multiply("kept", Reduce("a", 1, Graph.Integers(1)), Reduce("b", 1));
        string dropped = Graph.Multiply("dropped", Reduce("c", 0, Graph.Integers(0, -2)), Reduce("d", 0));
        _check.Verify(Graph.Multiply("y", kept, dropped), 2, 1, 4);
    }

    [Fact]
    public void Gradients_end_at_casts()
    {
        string x = _check.Parameter("x", -1, 1, 3);
        string detached = Graph.Cast("detached", x, ElementType.Float);
        string loss = Graph.ReduceSum("loss", Graph.Multiply("square", x, detached), keep: false);
        GradientGraph gradients = Differentiator.Differentiate(Graph.Build("test"), loss, ["x"]);
        gradients.Graph.Nodes.Count(node => node.Operator == "Mul").ShouldBe(2);
    }

    [Fact]
    public void An_operator_without_a_rule_is_named()
    {
        string y = Graph.Node("Ceil", "ceil", [_check.Parameter("x", -1, 1, 3)]);
        string sine = Graph.Node("Sin", "sine", ["x"]);
        string loss = Graph.ReduceSum("loss", Graph.Add("sum", y, sine), keep: false);
        Should.Throw<NotSupportedException>(() => Differentiator.Differentiate(Graph.Build("test"), loss, ["x"]))
            .Message.ShouldContain("no gradient rule for the operator Sin");
    }

    [Fact]
    public void A_loss_that_is_missing_or_no_number_is_refused()
    {
        string y = Graph.Exp("y", _check.Parameter("x", -1, 1, 3));
        Should.Throw<ArgumentException>(() => Differentiator.Differentiate(Graph.Build("test"), y, ["x"]))
            .Message.ShouldContain("the shape [3]");
        Should.Throw<ArgumentException>(() => Differentiator.Differentiate(Graph.Build("test"), "z", ["x"]))
            .Message.ShouldContain("no value 'z'");
        Should.Throw<ArgumentException>(() => Differentiator.Differentiate(Graph.Build("test"), y, ["w"]))
            .Message.ShouldContain("no constant or input 'w'");
    }

    public void Dispose() => _check.Dispose();

    private static long[] Broadcast(long[] left, long[] right)
    {
        int rank = Math.Max(left.Length, right.Length);
        long At(long[] shape, int axis) => axis < rank - shape.Length ? 1 : shape[axis - (rank - shape.Length)];
        return [.. Enumerable.Range(0, rank).Select(axis => Math.Max(At(left, axis), At(right, axis)))];
    }
}
