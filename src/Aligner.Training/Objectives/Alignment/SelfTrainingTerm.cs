using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Training.Objectives.Alignment;

/// <summary>
/// The cross-entropy of the links that the encoder gives as it is now, by the softmax rule (Dou and Neubig 2021,
/// equations 2 and 4): it grows surer of what both directions say.
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
        return links.HasNull
            ? links.CrossEntropy(
                graph,
                Name,
                WithNull(graph, "forward", taken, AlignmentObjective.Source, axis: 2),
                WithNull(graph, "reverse", taken, AlignmentObjective.Target, axis: 1))
            : links.CrossEntropy(graph, Name, taken, taken);
    }

    private static string Above(GraphBuilder graph, string side, string logarithms, string least) => graph.Cast(
        $"{Name}/{side}_number",
        graph.Node("Greater", $"{Name}/{side}_above", [logarithms, least]),
        ElementType.Float);

    // A distribution for each word: its links alike, or null if it has none; zeros for padding.
    private static string WithNull(GraphBuilder graph, string side, string taken, string words, int axis)
    {
        string name = $"{Name}/{side}_taught";
        string count = graph.ReduceSum(name + "/count", taken, keep: true, axis);
        string divisor = graph.Maximum(name + "/divisor", count, graph.Scalar(1));
        string shares = graph.Divide(name + "/shares", taken, divisor);
        string isLone = Is(graph, name + "/lone", count);
        string isWord = Is(graph, name + "/word", words + AlignmentObjective.Mask);
        string missing = graph.Multiply(name + "/missing", isLone, isWord);
        return graph.Concat(name, axis, shares, missing);
    }

    private static string Is(GraphBuilder graph, string name, string value) => graph.Cast(
        name + "/number", graph.Node("Equal", name, [value, graph.Scalar(0)]), ElementType.Float);
}
