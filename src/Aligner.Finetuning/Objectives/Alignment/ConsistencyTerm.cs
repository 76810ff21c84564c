using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Objectives.Alignment;

/// <summary>
/// Minus the trace of the product of both directions' matrices, over the length of the shorter sentence (CO of Dou and
/// Neubig 2021, section 2.2.2): -1 where both say the same for sure, 0 where they have nothing in common.
/// </summary>
internal static class ConsistencyTerm
{
    private const string Name = "consistency";

    /// <summary>Adds it and gives the value with the loss.</summary>
    public static string Add(GraphBuilder graph, LinkLogarithms links)
    {
        (string forward, string reverse) = links.OfWords(graph, Name);
        string both = graph.Exp(Name + "/both", graph.Add(Name + "/logarithm", forward, reverse));
        string ofShorter = graph.Maximum(
            Name + "/weights", AlignmentObjective.SourceWeights, AlignmentObjective.TargetWeights);
        string sum = graph.ReduceSum(Name + "/sum", graph.Multiply(Name + "/weighted", both, ofShorter), keep: false);
        return graph.Negate(Name + "/loss", sum);
    }
}
