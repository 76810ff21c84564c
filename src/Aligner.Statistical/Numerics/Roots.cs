using System.Numerics.Tensors;

namespace Aligner.Statistical.Numerics;

/// <summary>Roots of many numbers at once: the library's take one number at a time.</summary>
internal static class Roots
{
    /// <summary>Replaces numbers by their n-th roots, accurate to 1e-5 of each; 0 stays 0.</summary>
    /// <param name="values">Numbers from 0 on.</param>
    /// <param name="n">Which root.</param>
    public static void Take(Span<float> values, int n)
    {
        TensorPrimitives.Log(values, values);
        TensorPrimitives.Multiply(values, 1f / n, values);
        TensorPrimitives.Exp(values, values);
    }
}
