using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Operators that move values but do not change them.</summary>
internal static class LayoutRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("Reshape", Reshape), ("Squeeze", Reshape), ("Unsqueeze", Reshape), ("Flatten", Reshape),
        ("Transpose", Transpose), ("Expand", Expand), ("Slice", Slice), ("Concat", Concat),
    ];

    private static void Reshape(GradientTape tape, GraphNode node, string gradient) =>
        tape.Contribute(node.Inputs[0], tape.ReshapeLike(gradient, node.Inputs[0]));

    private static void Transpose(GradientTape tape, GraphNode node, string gradient)
    {
        long[] reversed = [.. Enumerable.Range(0, tape.Rank(node.Inputs[0])).Reverse().Select(axis => (long)axis)];
        long[] order = node.Attribute("perm", reversed);
        long[] inverse = new long[order.Length];
        for (int axis = 0; axis < order.Length; axis++)
        {
            inverse[order[axis]] = axis;
        }

        tape.Contribute(node.Inputs[0], tape.Backward.Transpose(tape.Name("Transpose"), gradient, inverse));
    }

    private static void Expand(GradientTape tape, GraphNode node, string gradient) =>
        tape.Contribute(node.Inputs[0], tape.SumToOperand(gradient, node.Inputs[0], node.Outputs[0]));

    // What was cut off gets zeros.
    private static void Slice(GradientTape tape, GraphNode node, string gradient)
    {
        string x = node.Inputs[0];
        if (tape.Integers(node.Inputs[1]) is not [>= 0] starts
            || (node.Inputs.Count > 4 && tape.Integers(node.Inputs[4]) is not [1]))
        {
            throw new NotSupportedException(
                $"{node.Outputs[0]} is cut along several axes, in steps, or from a place that is not a constant");
        }

        string axes = node.Inputs.Count > 3 ? node.Inputs[3] : tape.Backward.Integers(0);
        long axis = tape.Integers(axes) is [long value]
            ? value
            : throw new NotSupportedException($"the axis of {node.Outputs[0]} is not a constant");
        string start = tape.Backward.Integers(starts);
        string end = tape.Emit("Sub", [
            tape.Emit("Sub", [tape.SizeOf(x, axis), tape.SizeOf(node.Outputs[0], axis)]), start]);
        string pads = tape.Backward.Concat(tape.Name("Concat"), 0, start, end);
        tape.Contribute(x, tape.Emit(
            "Pad", [gradient, pads, tape.Backward.Scalar(0), tape.Backward.Integers(axis)]));
    }

    private static void Concat(GradientTape tape, GraphNode node, string gradient)
    {
        long axis = node.Attribute("axis", 0L);
        string[] sizes = [.. node.Inputs.Select(input => tape.SizeOf(input, axis))];
        string name = tape.Name("Split");
        string[] parts = [.. node.Inputs.Select((_, i) => FormattableString.Invariant($"{name}/{i}"))];
        tape.Backward.Node(new GraphNode(
            "Split",
            [gradient, tape.Backward.Concat(tape.Name("Concat"), 0, sizes)],
            parts,
            [new GraphParameter("axis", axis)],
            name));
        foreach ((string input, string part) in node.Inputs.Zip(parts).Where(pair => tape.Needs(pair.First)))
        {
            tape.Contribute(input, part);
        }
    }
}
