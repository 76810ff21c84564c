using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Gradients;

/// <summary>
/// Reverse-mode differentiation (Baydin et al. 2018, "Automatic differentiation in machine learning: a survey", section
/// 3.2) from graph to graph.
/// </summary>
internal static class Differentiator
{
    /// <summary>The input that multiplies the gradients.</summary>
    public const string Weight = "gradient/weight";

    /// <summary>Makes the graph of a loss and its gradients, with only the nodes that these need.</summary>
    /// <param name="graph">
    /// A graph that gives the loss. A size that it leaves open is taken not to be 1 where one operand is broadcast to
    /// another: axes that are to be repeated are declared with size 1.
    /// </param>
    /// <param name="loss">The value with the loss: one number.</param>
    /// <param name="parameters">Constants or inputs to differentiate by; all of them become inputs.</param>
    /// <exception cref="ArgumentException">The graph has no such value, or the loss is not one number.</exception>
    /// <exception cref="NotSupportedException">
    /// The loss depends on a parameter by an operator that has no rule.
    /// </exception>
    /// <exception cref="OnnxRuntimeException">The graph is not valid, or ONNX Runtime is missing.</exception>
    public static GradientGraph Differentiate(
        OnnxGraph graph, string loss, IReadOnlyCollection<string> parameters)
    {
        OnnxGraph forward = MatrixTransposes.Fold(LossGraph.Of(graph, loss, parameters));
        HashSet<string> names = [.. parameters];
        GradientTape tape = new(forward, names);
        if (tape.Shape(loss).Any(size => size != 1))
        {
            throw new ArgumentException(
                $"the loss '{loss}' has the shape [{string.Join(", ", tape.Shape(loss))}], not one number",
                nameof(loss));
        }

        tape.Backward.Input(Weight, ElementType.Float);
        tape.Contribute(loss, tape.Rank(loss) == 0 ? Weight : tape.ReshapeLike(Weight, loss));
        foreach (GraphNode node in forward.Nodes.Reverse())
        {
            if (node.Outputs.Skip(1).Any(output => tape.Gradient(output) is not null))
            {
                throw new NotSupportedException(
                    $"the loss depends on more than the first output of {node.Operator} '{node.Outputs[0]}'");
            }

            if (tape.Gradient(node.Outputs[0]) is string gradient)
            {
                GradientRules.Get(node.Operator)(tape, node, gradient);
            }
        }

        HashSet<string> taken = [loss, Weight];
        ParameterGradient[] gradients = [.. parameters
            .Select(name => new ParameterGradient(
                name,
                tape.Gradient(name) is string dense ? Apart(tape, taken, dense) : null,
                [.. tape.Rows(name).Select(rows => rows with { Rows = Apart(tape, taken, rows.Rows) })]))
            .Where(gradient => gradient.Dense is not null || gradient.Rows.Count > 0)];
        return new GradientGraph(Join(forward, tape, loss, gradients), loss, Weight, gradients);
    }

    // A value that is no other output, as each output is written to memory of its own.
    private static string Apart(GradientTape tape, HashSet<string> taken, string value) =>
        taken.Add(value) ? value : tape.Emit("Identity", [value]);

    private static OnnxGraph Join(
        OnnxGraph forward, GradientTape tape, string loss, IReadOnlyList<ParameterGradient> gradients)
    {
        OnnxGraph backward = tape.Backward.Build(forward.Name);
        HashSet<string> inputs = [.. forward.Inputs.Select(input => input.Name)];
        string[] outputs =
        [
            loss,
            .. gradients.Select(gradient => gradient.Dense).OfType<string>(),
            .. gradients.SelectMany(gradient => gradient.Rows).Select(rows => rows.Rows),
            .. gradients.SelectMany(gradient => gradient.Rows).Select(rows => rows.Indices)
                .Where(indices => !inputs.Contains(indices)),
        ];
        return LossGraph.Cut(forward with
        {
            Nodes = [.. forward.Nodes.Select(tape.Current), .. backward.Nodes],
            Constants = [.. forward.Constants.UnionBy(backward.Constants, constant => constant.Name)],
            Inputs = [.. forward.Inputs, .. backward.Inputs],
            Outputs = [.. outputs.Distinct().Select(name => new GraphValue(name, ElementType.Undefined, null))],
            OperatorSets = OperatorSets(forward, backward),
        });
    }

    private static Dictionary<string, long> OperatorSets(OnnxGraph forward, OnnxGraph backward) =>
        forward.OperatorSets.UnionBy(backward.OperatorSets, set => set.Key).ToDictionary();
}
