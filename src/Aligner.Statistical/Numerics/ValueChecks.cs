using System.Numerics.Tensors;

namespace Aligner.Statistical.Numerics;

/// <summary>Checks numbers of files, many at once.</summary>
internal static class ValueChecks
{
    /// <summary>A quotient of sums may be rounded to more than 1.</summary>
    private const float One = 1.001f;

    /// <exception cref="ArgumentException">A number is not finite, negative, or more than 1.</exception>
    public static void Probabilities(ReadOnlySpan<float> values, string what) => Require(values, One, what);

    /// <exception cref="ArgumentException">A number is not finite, or negative.</exception>
    public static void Counts(ReadOnlySpan<float> values, string what) => Require(values, float.MaxValue, what);

    private static void Require(ReadOnlySpan<float> values, float most, string what)
    {
        // Of numbers with a NaN among them, both are NaN.
        if (!values.IsEmpty && !(TensorPrimitives.Min(values) >= 0 && TensorPrimitives.Max(values) <= most))
        {
            throw new ArgumentException($"a number of {what} is negative, too large or not finite");
        }
    }
}
