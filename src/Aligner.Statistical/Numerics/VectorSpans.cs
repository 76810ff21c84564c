using System.Numerics;
using System.Runtime.InteropServices;

namespace Aligner.Statistical.Numerics;

/// <summary>Rows of whole vectors seen as vectors.</summary>
internal static class VectorSpans
{
    public static Span<Vector<T>> AsVectors<T>(this Span<T> row)
        where T : struct => MemoryMarshal.Cast<T, Vector<T>>(row);

    public static ReadOnlySpan<Vector<T>> AsVectors<T>(this ReadOnlySpan<T> row)
        where T : struct => MemoryMarshal.Cast<T, Vector<T>>(row);
}
