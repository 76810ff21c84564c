using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Functions of one number.</summary>
internal static class FunctionRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("Identity", (tape, node, gradient) => tape.Contribute(node.Inputs[0], gradient)),
        ("Neg", (tape, node, gradient) => tape.Contribute(node.Inputs[0], tape.Emit("Neg", [gradient]))),
        ("Abs", (tape, node, gradient) => Chain(tape, node, gradient, tape.Emit("Sign", [node.Inputs[0]]))),
        ("Exp", (tape, node, gradient) => Chain(tape, node, gradient, node.Outputs[0])),
        ("Log", (tape, node, gradient) =>
            tape.Contribute(node.Inputs[0], tape.Emit("Div", [gradient, node.Inputs[0]]))),
        ("Sqrt", (tape, node, gradient) => tape.Contribute(
            node.Inputs[0], tape.Emit("Div", [tape.Times(gradient, 0.5f), node.Outputs[0]]))),
        ("Reciprocal", (tape, node, gradient) => Chain(
            tape, node, gradient, tape.Emit("Neg", [tape.Times(node.Outputs[0], node.Outputs[0])]))),
        ("Erf", (tape, node, gradient) => Chain(tape, node, gradient, tape.Times(
            tape.Emit("Exp", [tape.Emit("Neg", [tape.Times(node.Inputs[0], node.Inputs[0])])]),
            2 / MathF.Sqrt(MathF.PI)))),
    ];

    private static void Chain(GradientTape tape, GraphNode node, string gradient, string derivative) =>
        tape.Contribute(node.Inputs[0], tape.Times(gradient, derivative));
}
