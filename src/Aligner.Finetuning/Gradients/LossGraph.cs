using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Gradients;

/// <summary>The part of a graph that a loss needs, with the parameters as inputs.</summary>
internal static class LossGraph
{
    /// <param name="graph">A graph; the loss need not be among its outputs.</param>
    /// <param name="loss">A value of the graph.</param>
    /// <param name="parameters">Names of constants or inputs.</param>
    /// <exception cref="ArgumentException">The graph has no such value.</exception>
    public static OnnxGraph Of(OnnxGraph graph, string loss, IReadOnlyCollection<string> parameters)
    {
        if (!graph.Nodes.Any(node => node.Outputs.Contains(loss)))
        {
            throw new ArgumentException($"the graph has no value '{loss}'", nameof(loss));
        }

        OnnxGraph free = graph.Free(parameters);
        return Cut(free with { Outputs = [new GraphValue(loss, ElementType.Float, null)] });
    }

    /// <summary>The same graph without nodes, constants and inputs that no output needs.</summary>
    public static OnnxGraph Cut(OnnxGraph graph)
    {
        OnnxGraph cut = graph.CutTo([.. graph.Outputs.Select(output => output.Name)]);
        HashSet<string> used = [.. cut.Nodes.SelectMany(node => node.Inputs)];
        return cut with { Inputs = [.. cut.Inputs.Where(input => used.Contains(input.Name))] };
    }
}
