using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Sums and the like over axes.</summary>
internal static class ReductionRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("ReduceSum", Sum), ("ReduceMean", Mean), ("ReduceSumSquare", SumSquare), ("ReduceL2", Norm),
        ("ReduceLogSumExp", LogSumExp),
    ];

    private static void Sum(GradientTape tape, GraphNode node, string gradient) => tape.Contribute(
        node.Inputs[0],
        tape.Emit("Expand", [WithAxes(tape, node, gradient), tape.RuntimeShape(node.Inputs[0])]));

    private static void Mean(GradientTape tape, GraphNode node, string gradient)
    {
        string count = tape.Emit(
            "Div", [tape.Emit("Size", [node.Inputs[0]]), tape.Emit("Size", [node.Outputs[0]])]);
        string number = tape.Backward.Cast(tape.Name("Cast"), count, ElementType.Float);
        Sum(tape, node, tape.Emit("Div", [gradient, number]));
    }

    private static void SumSquare(GradientTape tape, GraphNode node, string gradient) => tape.Contribute(
        node.Inputs[0], tape.Times(node.Inputs[0], WithAxes(tape, node, tape.Times(gradient, 2))));

    private static void Norm(GradientTape tape, GraphNode node, string gradient) => tape.Contribute(
        node.Inputs[0],
        tape.Times(node.Inputs[0], WithAxes(tape, node, tape.Emit("Div", [gradient, node.Outputs[0]]))));

    private static void LogSumExp(GradientTape tape, GraphNode node, string gradient)
    {
        string share = tape.Emit(
            "Exp", [tape.Emit("Sub", [node.Inputs[0], WithAxes(tape, node, node.Outputs[0])])]);
        tape.Contribute(node.Inputs[0], tape.Times(share, WithAxes(tape, node, gradient)));
    }

    // Puts back the axes that a reduction dropped, with size 1.
    private static string WithAxes(GradientTape tape, GraphNode node, string value) =>
        node.Attribute("keepdims", 1L) != 0 || node.Inputs.Count == 1
            ? value
            : tape.Emit("Unsqueeze", [value, node.Inputs[1]]);
}
