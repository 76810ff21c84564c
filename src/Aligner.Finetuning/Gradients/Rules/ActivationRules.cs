using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Functions that stand between layers.</summary>
internal static class ActivationRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("Relu", (tape, node, gradient) => Chain(tape, node, gradient, tape.Emit("Sign", [node.Outputs[0]]))),
        ("Sigmoid", (tape, node, gradient) => Chain(tape, node, gradient, tape.Times(
            node.Outputs[0], tape.Emit("Sub", [tape.Backward.Scalar(1), node.Outputs[0]])))),
        ("Tanh", (tape, node, gradient) => Chain(tape, node, gradient, OneLessSquare(tape, node.Outputs[0]))),
        ("Softplus", (tape, node, gradient) =>
            Chain(tape, node, gradient, tape.Emit("Sigmoid", [node.Inputs[0]]))),
        ("Gelu", Gelu),
    ];

    private static void Gelu(GradientTape tape, GraphNode node, string gradient) => Chain(
        tape,
        node,
        gradient,
        node.Attribute("approximate", "none") == "tanh" ? TanhSlope(tape, node) : ExactSlope(tape, node));

    // Φ(x) + x φ(x) with the distribution and density of the standard normal distribution.
    private static string ExactSlope(GradientTape tape, GraphNode node)
    {
        string x = node.Inputs[0];
        string erf = tape.Emit("Erf", [tape.Times(x, 1 / MathF.Sqrt(2))]);
        string distribution = tape.Emit("Add", [tape.Times(erf, 0.5f), tape.Backward.Scalar(0.5f)]);
        string density = tape.Emit("Exp", [tape.Times(tape.Times(x, x), -0.5f)]);
        return tape.Emit(
            "Add", [distribution, tape.Times(tape.Times(x, density), 1 / MathF.Sqrt(2 * MathF.PI))]);
    }

    // Of x (1 + tanh u) / 2 with u = √(2/π) (x + 0.044715 x³).
    private static string TanhSlope(GradientTape tape, GraphNode node)
    {
        const float Cubic = 0.044715f;
        float scale = MathF.Sqrt(2 / MathF.PI);
        string x = node.Inputs[0];
        string square = tape.Times(x, x);
        string inner = tape.Times(
            x, tape.Emit("Add", [tape.Times(square, scale * Cubic), tape.Backward.Scalar(scale)]));
        string tanh = tape.Emit("Tanh", [inner]);
        string innerSlope = tape.Emit(
            "Add", [tape.Times(square, 3 * scale * Cubic), tape.Backward.Scalar(scale)]);
        string curve = tape.Times(tape.Times(x, OneLessSquare(tape, tanh)), innerSlope);
        string sum = tape.Emit("Add", [tape.Emit("Add", [tanh, curve]), tape.Backward.Scalar(1)]);
        return tape.Times(sum, 0.5f);
    }

    private static string OneLessSquare(GradientTape tape, string value) =>
        tape.Emit("Sub", [tape.Backward.Scalar(1), tape.Times(value, value)]);

    private static void Chain(GradientTape tape, GraphNode node, string gradient, string derivative) =>
        tape.Contribute(node.Inputs[0], tape.Times(gradient, derivative));
}
