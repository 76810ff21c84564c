using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Tests.Gradients;

/// <summary>Whole losses, as aligners use them, against finite differences.</summary>
public sealed class LossTests : RuntimeTests, IDisposable
{
    private const long Batch = 2, Sources = 3, Targets = 4, Width = 5;

    private readonly GradientCheck _check = new();

    private GraphBuilder Graph => _check.Graph;

    [Fact]
    public void Cross_entropy_of_links_over_rows_and_columns_with_a_null_word()
    {
        string scores = Similarity();
        string missing = _check.Parameter("null", -1, 1, 1);
        string rows = Graph.LogSoftmax("rows", WithNull("to_null", scores, missing, axis: 2), axis: 2);
        string columns = Graph.LogSoftmax("columns", WithNull("from_null", scores, missing, axis: 1), axis: 1);
        string forward = Graph.Multiply("forward", rows, _check.Input("teacher", Batch, Sources, Targets + 1));
        string reverse = Graph.Multiply("reverse", columns, _check.Input("other", Batch, Sources + 1, Targets));
        string loss = Graph.Add(
            "both",
            Graph.ReduceMean("forward_mean", forward, keep: false),
            Graph.ReduceMean("reverse_mean", reverse, keep: false));
        _check.Verify(Graph.Negate("loss", loss));
    }

    [Fact]
    public void Cross_entropy_of_independent_links()
    {
        string scores = Similarity();
        string links = Graph.Multiply("links", scores, _check.Input("teacher", Batch, Sources, Targets));
        string loss = Graph.Subtract("difference", Graph.Softplus("softplus", scores), links);
        string mask = _check.Input("mask", Batch, Sources, 1);
        string sum = Graph.ReduceSum("sum", Graph.Multiply("masked", loss, mask), keep: false);
        _check.Verify(Graph.Divide("loss", sum, Graph.ReduceSum("count", mask, keep: false)));
    }

    public void Dispose() => _check.Dispose();

    // Cosines × a learned scale, with masked words: means of pieces, as a product with a matrix of shares.
    private string Similarity()
    {
        string source = Normalized("source", Sources);
        string target = Graph.Transpose("turned", Normalized("target", Targets), 0, 2, 1);
        string scaled = Graph.Multiply(
            "scaled", Graph.MatMul("cosines", source, target), _check.Parameter("scale", 1, 3, 1));
        return Graph.Add("scores", scaled, _check.Input("word_mask", Batch, 1, Targets));
    }

    private string Normalized(string side, long words)
    {
        const long Pieces = 6;
        string hidden = _check.Parameter(side, -1, 1, Batch, Pieces, Width);
        string means = Graph.MatMul(side + "/words", _check.Input(side + "_shares", Batch, words, Pieces), hidden);
        string norm = Graph.Node(
            "ReduceL2", side + "/norm", [means, Graph.Integers(-1)], new GraphParameter("keepdims", 1L));
        return Graph.Divide(side + "/unit", means, norm);
    }

    private string WithNull(string name, string scores, string missing, long axis)
    {
        string one = Graph.Integers(1);
        string[] sizes = [.. Enumerable.Range(0, 3).Select(i =>
            i == axis ? one : Graph.Size(FormattableString.Invariant($"{name}/size_{i}"), scores, i))];
        string column = Graph.Expand(name + "/column", missing, Graph.Concat(name + "/shape", 0, sizes));
        return Graph.Concat(name, axis, scores, column);
    }
}
