using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>Values at places that other values say.</summary>
internal static class LookupRules
{
    public static (string Operator, GradientRule Rule)[] All =>
        [("Gather", Gather), ("GatherElements", GatherElements)];

    private static void Gather(GradientTape tape, GraphNode node, string gradient)
    {
        string table = node.Inputs[0], indices = node.Inputs[1];
        if (node.Attribute("axis", 0L) != 0)
        {
            throw new NotSupportedException($"{node.Outputs[0]} gathers over another axis than the first");
        }

        if (tape.IsParameter(table))
        {
            string output = tape.Integers(indices) is null ? indices : tape.Emit("Identity", [indices]);
            tape.ContributeRows(table, output, gradient);
            return;
        }

        // ScatterElements adds in order; ScatterND would add from several threads at once.
        long width = Width(tape, table, node.Outputs[0]);
        string rows = tape.Emit("Reshape", [gradient, tape.Backward.Integers(-1, width)]);
        string places = tape.Emit(
            "Expand",
            [tape.Emit("Reshape", [indices, tape.Backward.Integers(-1, 1)]), tape.RuntimeShape(rows)]);
        string count = tape.Emit("Shape", [table], new GraphParameter("start", 0L), new GraphParameter("end", 1L));
        string shape = tape.Backward.Concat(tape.Name("Concat"), 0, count, tape.Backward.Integers(width));
        string sum = Scatter(tape, shape, places, rows, axis: 0);
        tape.Contribute(table, tape.Rank(table) == 2 ? sum : tape.ReshapeLike(sum, table));
    }

    private static void GatherElements(GradientTape tape, GraphNode node, string gradient) => tape.Contribute(
        node.Inputs[0],
        Scatter(
            tape, tape.RuntimeShape(node.Inputs[0]), node.Inputs[1], gradient, node.Attribute("axis", 0L)));

    private static string Scatter(GradientTape tape, string shape, string places, string values, long axis) =>
        tape.Emit(
            "ScatterElements",
            [tape.Emit("ConstantOfShape", [shape]), places, values],
            new GraphParameter("axis", axis),
            new GraphParameter("reduction", "add"));

    private static long Width(GradientTape tape, string table, string result)
    {
        long[] sizes = [.. tape.Shape(table).Skip(1)];
        return sizes.All(size => size > 0)
            ? sizes.Aggregate(1L, (product, size) => product * size)
            : throw new NotSupportedException($"{result} gathers rows of unknown size");
    }
}
