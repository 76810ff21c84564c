using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Operators of two operands that are broadcast to each other.</summary>
internal static class ArithmeticRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("Add", Add), ("Sub", Subtract), ("Mul", Multiply), ("Div", Divide), ("Pow", Power), ("Where", Where),
    ];

    private static void Add(GradientTape tape, GraphNode node, string gradient)
    {
        ContributeTo(tape, node, 0, () => gradient);
        ContributeTo(tape, node, 1, () => gradient);
    }

    private static void Subtract(GradientTape tape, GraphNode node, string gradient)
    {
        ContributeTo(tape, node, 0, () => gradient);
        ContributeTo(tape, node, 1, () => tape.Emit("Neg", [gradient]));
    }

    private static void Multiply(GradientTape tape, GraphNode node, string gradient)
    {
        ContributeTo(tape, node, 0, () => tape.Times(gradient, node.Inputs[1]));
        ContributeTo(tape, node, 1, () => tape.Times(gradient, node.Inputs[0]));
    }

    private static void Divide(GradientTape tape, GraphNode node, string gradient)
    {
        ContributeTo(tape, node, 0, () => tape.Emit("Div", [gradient, node.Inputs[1]]));
        ContributeTo(tape, node, 1, () => tape.Emit(
            "Div", [tape.Times(gradient, tape.Emit("Neg", [node.Outputs[0]])), node.Inputs[1]]));
    }

    private static void Power(GradientTape tape, GraphNode node, string gradient)
    {
        float exponent = tape.Scalar(node.Inputs[1])
            ?? throw new NotSupportedException($"the exponent of {node.Outputs[0]} is not a constant number");
        ContributeTo(tape, node, 0, () => tape.Times(
            tape.Times(gradient, exponent),
            exponent == 2
                ? node.Inputs[0]
                : tape.Emit("Pow", [node.Inputs[0], tape.Backward.Scalar(exponent - 1)])));
    }

    private static void Where(GradientTape tape, GraphNode node, string gradient)
    {
        string zero = tape.Backward.Scalar(0);
        ContributeTo(tape, node, 1, () => tape.Emit("Where", [node.Inputs[0], gradient, zero]));
        ContributeTo(tape, node, 2, () => tape.Emit("Where", [node.Inputs[0], zero, gradient]));
    }

    private static void ContributeTo(GradientTape tape, GraphNode node, int input, Func<string> gradient)
    {
        string operand = node.Inputs[input];
        if (tape.Needs(operand))
        {
            tape.Contribute(operand, tape.SumToOperand(gradient(), operand, node.Outputs[0]));
        }
    }
}
