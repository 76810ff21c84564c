using System.Runtime.InteropServices;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Graphs;

/// <summary>A constant of a graph: a weight or a parameter of a node.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Shape">Its dimensions; none for a scalar.</param>
/// <param name="Data">The values, little-endian, row by row; empty if they lie elsewhere.</param>
/// <param name="External">Where the values lie if not here.</param>
public sealed record GraphTensor(
    string Name, ElementType Type, IReadOnlyList<long> Shape, ReadOnlyMemory<byte> Data, ExternalData? External = null)
{
    /// <summary>The number of values.</summary>
    public long Count => Shape.Aggregate(1L, (product, dimension) => product * dimension);

    /// <summary>A constant with the values given.</summary>
    public static GraphTensor Of<T>(string name, ReadOnlySpan<T> values, params IReadOnlyList<long> shape)
        where T : unmanaged =>
        new(name, ElementTypes.Of<T>(), shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>The values, which must lie here.</summary>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Data.Span);
}
