using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Distributions over an axis.</summary>
internal static class SoftmaxRules
{
    public static (string Operator, GradientRule Rule)[] All =>
        [("Softmax", Softmax), ("LogSoftmax", LogSoftmax)];

    // y (y' - Σ y y').
    private static void Softmax(GradientTape tape, GraphNode node, string gradient)
    {
        string y = node.Outputs[0];
        string sum = tape.Sum(tape.Times(gradient, y), keep: true, node.Attribute("axis", -1L));
        tape.Contribute(node.Inputs[0], tape.Times(y, tape.Emit("Sub", [gradient, sum])));
    }

    // y' - exp(y) Σ y'.
    private static void LogSoftmax(GradientTape tape, GraphNode node, string gradient)
    {
        string sum = tape.Sum(gradient, keep: true, node.Attribute("axis", -1L));
        string spread = tape.Times(tape.Emit("Exp", [node.Outputs[0]]), sum);
        tape.Contribute(node.Inputs[0], tape.Emit("Sub", [gradient, spread]));
    }
}
