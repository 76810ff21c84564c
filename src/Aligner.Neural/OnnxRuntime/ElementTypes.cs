namespace Aligner.Neural.OnnxRuntime;

/// <summary>Element types and the types of C# that hold them.</summary>
internal static class ElementTypes
{
    /// <summary>The element type that <typeparamref name="T"/> holds.</summary>
    /// <exception cref="NotSupportedException">No tensor holds such values.</exception>
    public static ElementType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? ElementType.Float
        : typeof(T) == typeof(long) ? ElementType.Int64
        : typeof(T) == typeof(int) ? ElementType.Int32
        : typeof(T) == typeof(byte) ? ElementType.UInt8
        : typeof(T) == typeof(sbyte) ? ElementType.Int8
        : typeof(T) == typeof(bool) ? ElementType.Bool
        : typeof(T) == typeof(Half) ? ElementType.Float16
        : typeof(T) == typeof(double) ? ElementType.Double
        : throw new NotSupportedException($"a tensor cannot hold {typeof(T).Name}");
}
