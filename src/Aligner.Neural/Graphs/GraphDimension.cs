namespace Aligner.Neural.Graphs;

/// <summary>A dimension that is known, or has a name, or neither.</summary>
public readonly record struct GraphDimension(long? Size, string? Name = null)
{
    public static implicit operator GraphDimension(long size) => new(size);

    public static implicit operator GraphDimension(string name) => new(null, name);
}
