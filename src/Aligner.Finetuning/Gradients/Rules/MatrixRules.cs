using Aligner.Neural.Graphs;

namespace Aligner.Finetuning.Gradients.Rules;

/// <summary>
/// Products of matrices: for C = s A B, the gradients are s C' Bᵀ and s Aᵀ C'. No matrix is transposed in memory.
/// </summary>
internal static class MatrixRules
{
    public static (string Operator, GradientRule Rule)[] All =>
    [
        ("MatMul", (tape, node, gradient) => Differentiate(tape, Product.Of(node), gradient)),
        ("FusedMatMul", (tape, node, gradient) => Differentiate(tape, Product.Of(node), gradient)),
        ("Gemm", Gemm),
    ];

    private static void Gemm(GradientTape tape, GraphNode node, string gradient)
    {
        Differentiate(tape, Product.Of(node), gradient);
        if (node.Inputs.Count > 2 && tape.Needs(node.Inputs[2]))
        {
            string sum = tape.SumToOperand(gradient, node.Inputs[2], node.Outputs[0]);
            tape.Contribute(node.Inputs[2], tape.Times(sum, node.Attribute("beta", 1f)));
        }
    }

    private static void Differentiate(GradientTape tape, Product product, string gradient)
    {
        if (tape.Rank(product.Left) < 2 || tape.Rank(product.Right) < 2)
        {
            throw new NotSupportedException($"a factor of {product.Result} is a vector: add an axis to it");
        }

        if (tape.Needs(product.Left))
        {
            string left = product.TurnsLeft
                ? Multiply(tape, product, product.Right, gradient, product.TurnsRight, true)
                : Multiply(tape, product, gradient, product.Right, false, !product.TurnsRight);
            tape.Contribute(product.Left, SumOverBatch(tape, product, left, product.Left));
        }

        if (tape.Needs(product.Right))
        {
            tape.Contribute(product.Right, Right(tape, product, gradient));
        }
    }

    private static string Right(GradientTape tape, Product product, string gradient)
    {
        string left = product.Left;
        long inner = tape.Shape(left)[^1], outer = tape.Shape(product.Result)[^1];
        bool isFlat = tape.Rank(product.Right) == 2 && tape.Rank(left) > 2
            && !product.TurnsLeft && inner > 0 && outer > 0;
        if (isFlat)
        {
            // One large product rather than the sum of many small ones.
            left = tape.Emit("Reshape", [left, tape.Backward.Integers(-1, inner)]);
            gradient = tape.Emit("Reshape", [gradient, tape.Backward.Integers(-1, outer)]);
        }

        string right = product.TurnsRight
            ? Multiply(tape, product, gradient, left, true, product.TurnsLeft)
            : Multiply(tape, product, left, gradient, !product.TurnsLeft, false);
        return isFlat ? right : SumOverBatch(tape, product, right, product.Right);
    }

    private static string Multiply(
        GradientTape tape, Product product, string left, string right, bool turnLeft, bool turnRight) =>
        tape.Backward.FusedMatMul(tape.Name("FusedMatMul"), left, right, turnLeft, turnRight, product.Scale);

    // Factors may be broadcast over all axes but the last two.
    private static string SumOverBatch(GradientTape tape, Product product, string gradient, string factor)
    {
        IReadOnlyList<long> shape = tape.Shape(factor);
        return tape.SumTo(gradient, [.. tape.Shape(product.Result).SkipLast(2), .. shape.TakeLast(2)], shape);
    }

    private sealed record Product(
        string Result, string Left, string Right, bool TurnsLeft, bool TurnsRight, float Scale)
    {
        public static Product Of(GraphNode node) => new(
            node.Outputs[0],
            node.Inputs[0],
            node.Inputs[1],
            node.Attribute("transA", 0L) != 0,
            node.Attribute("transB", 0L) != 0,
            node.Attribute("alpha", 1f));
    }
}
