using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>Values of a graph with logarithms of link probabilities, for a batch of pairs.</summary>
/// <param name="Forward">[batch, source words, target words], a distribution for each source word.</param>
/// <param name="Reverse">The same shape, a distribution for each target word.</param>
/// <param name="HasNull">Whether the null word comes after the last word on the axis of the distribution.</param>
internal sealed record LinkLogarithms(string Forward, string Reverse, bool HasNull)
{
    /// <summary>Both without the null word, of one shape.</summary>
    public (string Forward, string Reverse) OfWords(GraphBuilder graph, string name) => HasNull
        ? (WithoutLast(graph, name + "/forward_words", Forward, axis: 2),
            WithoutLast(graph, name + "/reverse_words", Reverse, axis: 1))
        : (Forward, Reverse);

    /// <summary>
    /// Minus the mean over all words of the taught probabilities times these logarithms, averaged over both
    /// directions: the cross-entropy in nats a word.
    /// </summary>
    public string CrossEntropy(GraphBuilder graph, string name, string forward, string reverse) => graph.Multiply(
        name + "/mean",
        graph.Add(
            name + "/sum",
            Mean(graph, name + "/forward", Forward, forward),
            Mean(graph, name + "/reverse", Reverse, reverse)),
        graph.Scalar(-0.5f));

    private static string Mean(GraphBuilder graph, string name, string logarithms, string taught)
    {
        const float Least = 1e-6f;
        string sum = graph.ReduceSum(
            name + "/sum", graph.Multiply(name + "/product", logarithms, taught), keep: false);
        string count = graph.ReduceSum(name + "/count", taught, keep: false);
        return graph.Divide(name + "/mean", sum, graph.Maximum(name + "/divisor", count, graph.Scalar(Least)));
    }

    private static string WithoutLast(GraphBuilder graph, string name, string input, int axis) => graph.Node(
        "Slice", name, [input, graph.Integers(0), graph.Integers(-1), graph.Integers(axis)]);
}
