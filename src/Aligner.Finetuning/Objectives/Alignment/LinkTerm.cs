using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>
/// The cross-entropy of links that were given: gold ones, or another aligner's with their posteriors.
/// </summary>
internal static class LinkTerm
{
    /// <summary>Adds it and gives the value with the loss.</summary>
    public static string Add(GraphBuilder graph, LinkLogarithms links) => links.CrossEntropy(
        graph, "links", Taught(graph, AlignmentObjective.Forward), Taught(graph, AlignmentObjective.Reverse));

    private static string Taught(GraphBuilder graph, string name) =>
        graph.Input(name, ElementType.Float, "batch", name + "/sources", name + "/targets");
}
