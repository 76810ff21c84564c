using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Layer normalization (Ba, Kiros and Hinton 2016).</summary>
internal static class NormalizationRules
{
    public static (string Operator, GradientRule Rule)[] All => [("LayerNormalization", LayerNormalization)];

    // With x̂ the normalized input, s the scale and d the inverse deviation: d (s y' - mean(s y') - x̂ mean(s y' x̂)).
    private static void LayerNormalization(GradientTape tape, GraphNode node, string gradient)
    {
        string x = node.Inputs[0], scale = node.Inputs[1];
        long width = tape.Shape(x)[^1];
        if (node.Attribute("axis", -1L) is long axis && axis != -1 && axis != tape.Rank(x) - 1)
        {
            throw new NotSupportedException($"{node.Outputs[0]} normalizes over more than the last axis");
        }

        string mean = node.Outputs[0] + "/mean", inverse = node.Outputs[0] + "/inverse_deviation";
        tape.Replace(node, node with { Outputs = [node.Outputs[0], mean, inverse] });
        string normalized = tape.Times(tape.Emit("Sub", [x, mean]), inverse);
        string product = tape.Times(gradient, normalized);
        if (tape.Needs(scale))
        {
            tape.Contribute(scale, tape.SumToOperand(product, scale, x));
        }

        if (node.Inputs.Count > 2 && tape.Needs(node.Inputs[2]))
        {
            tape.Contribute(node.Inputs[2], tape.SumToOperand(gradient, node.Inputs[2], x));
        }

        if (tape.Needs(x))
        {
            // Products with a column give the weighted means of rows.
            string column = tape.Emit(
                "Reshape", [tape.Times(scale, 1f / width), tape.Backward.Integers(width, 1)]);
            string shift = tape.Emit("MatMul", [gradient, column]);
            string slope = tape.Times(normalized, tape.Emit("MatMul", [product, column]));
            string centered = tape.Emit("Sub", [tape.Times(gradient, scale), shift]);
            tape.Contribute(x, tape.Times(tape.Emit("Sub", [centered, slope]), inverse));
        }
    }
}
