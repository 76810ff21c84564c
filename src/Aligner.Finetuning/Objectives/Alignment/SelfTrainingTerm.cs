using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>
/// Minus the probability of the links that the encoder gives as it is now, by the softmax rule, a word, averaged over
/// both directions (SO of Dou and Neubig 2021, section 2.2.2, with the probabilities themselves as in their code): it
/// grows surer of what both directions say.
/// </summary>
internal static class SelfTrainingTerm
{
    private const string Name = "self";

    /// <summary>Adds it and gives the value with the loss.</summary>
    /// <param name="graph">Where the nodes go.</param>
    /// <param name="links">Probabilities of links.</param>
    /// <param name="threshold">The rule: links are more probable than this in both directions.</param>
    public static string Add(GraphBuilder graph, LinkLogarithms links, float threshold)
    {
        (string forward, string reverse) = links.OfWords(graph, Name);
        string least = graph.Scalar(MathF.Log(threshold));
        string taken = graph.Multiply(
            Name + "/links", Above(graph, "forward", forward, least), Above(graph, "reverse", reverse, least));
        string source = links.HasNull ? WithNull(graph, taken, AlignmentObjective.Source, axis: 2) : taken;
        string target = links.HasNull ? WithNull(graph, taken, AlignmentObjective.Target, axis: 1) : taken;
        string sum = graph.Add(
            Name + "/sum",
            Mean(graph, Name + "/forward", links.Forward, source, AlignmentObjective.SourceWeights),
            Mean(graph, Name + "/reverse", links.Reverse, target, AlignmentObjective.TargetWeights));
        return graph.Multiply(Name + "/loss", sum, graph.Scalar(-0.5f));
    }

    private static string Above(GraphBuilder graph, string side, string logarithms, string least) => graph.Cast(
        $"{Name}/{side}_number",
        graph.Node("Greater", $"{Name}/{side}_above", [logarithms, least]),
        ElementType.Float);

    // A distribution for each word: its links alike, or null if it has none; zeros for padding.
    private static string WithNull(GraphBuilder graph, string taken, string side, int axis)
    {
        string name = $"{Name}/{side}taught";
        string count = graph.ReduceSum(name + "/count", taken, keep: true, axis);
        string divisor = graph.Maximum(name + "/divisor", count, graph.Scalar(1));
        string shares = graph.Divide(name + "/shares", taken, divisor);
        string isLone = Is(graph, name + "/lone", count);
        string isWord = Is(graph, name + "/word", side + AlignmentObjective.Mask);
        string missing = graph.Multiply(name + "/missing", isLone, isWord);
        return graph.Concat(name, axis, shares, missing);
    }

    private static string Is(GraphBuilder graph, string name, string value) => graph.Cast(
        name + "/number", graph.Node("Equal", name, [value, graph.Scalar(0)]), ElementType.Float);

    private static string Mean(GraphBuilder graph, string name, string logarithms, string taught, string weights)
    {
        string product = graph.Multiply(name + "/product", graph.Exp(name + "/probability", logarithms), taught);
        return graph.ReduceSum(name + "/mean", graph.Multiply(name + "/weighted", product, weights), keep: false);
    }
}
