using System.Runtime.InteropServices;
using Aligner.Neural.Graphs;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Models;

/// <summary>Writes the file of weights beside a graph, one tensor after another.</summary>
internal sealed class WeightWriter(string path) : IDisposable
{
    /// <summary>Tensors start at multiples of this, so that they can be mapped into memory.</summary>
    private const int Alignment = 4096;

    private readonly string _file = Path.GetFileName(path);
    private readonly FileStream _stream = new(path, FileMode.CreateNew);
    private long _start;

    /// <summary>Starts a tensor.</summary>
    public void Begin()
    {
        long padding = (Alignment - _stream.Position % Alignment) % Alignment;
        _stream.Write(new byte[padding]);
        _start = _stream.Position;
    }

    /// <summary>Adds values to the tensor.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => _stream.Write(MemoryMarshal.AsBytes(values));

    /// <summary>Ends the tensor and says where it is.</summary>
    public GraphTensor End(string name, ElementType type, IReadOnlyList<long> shape) => new(
        name, type, shape, ReadOnlyMemory<byte>.Empty, new ExternalData(_file, _start, _stream.Position - _start));

    public void Dispose() => _stream.Dispose();
}
