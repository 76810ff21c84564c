using System.Numerics;
using System.Runtime.InteropServices;

namespace Aligner.Core.Numerics;

/// <summary>
/// Sums whose order of additions follows from the number of values alone, so that the same values give the same bits
/// wherever they lie in memory. (The vectorized sums of .NET start at an aligned address.)
/// </summary>
public static class OrderedSums
{
    /// <summary>The sum of all values; 0 for none.</summary>
    public static T Sum<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> even = Vector<T>.Zero, odd = Vector<T>.Zero;
        for (int i = 0; i < vectors.Length; i++)
        {
            (even, odd) = (odd, even + vectors[i]);
        }

        T sum = Vector.Sum(even + odd);
        foreach (T value in values[(vectors.Length * Vector<T>.Count)..])
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>The sum of the products of values at the same places; both have the same length.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        ReadOnlySpan<Vector<float>> lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
        ReadOnlySpan<Vector<float>> rights = MemoryMarshal.Cast<float, Vector<float>>(right[..left.Length]);
        Vector<float> first = Vector<float>.Zero, second = first, third = first, fourth = first;
        int i = 0;
        for (; i + 3 < lefts.Length; i += 4)
        {
            first = Vector.FusedMultiplyAdd(lefts[i], rights[i], first);
            second = Vector.FusedMultiplyAdd(lefts[i + 1], rights[i + 1], second);
            third = Vector.FusedMultiplyAdd(lefts[i + 2], rights[i + 2], third);
            fourth = Vector.FusedMultiplyAdd(lefts[i + 3], rights[i + 3], fourth);
        }

        for (; i < lefts.Length; i++)
        {
            first = Vector.FusedMultiplyAdd(lefts[i], rights[i], first);
        }

        float sum = Vector.Sum((first + second) + (third + fourth));
        for (int k = lefts.Length * Vector<float>.Count; k < left.Length; k++)
        {
            sum += left[k] * right[k];
        }

        return sum;
    }
}
