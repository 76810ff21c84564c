using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Neural.Graphs;
using Microsoft.Win32.SafeHandles;

namespace Aligner.Neural.Models;

/// <summary>Reads constants of a graph from the graph itself or from the files beside it.</summary>
public sealed class WeightReader(string folder) : IDisposable
{
    private readonly Dictionary<string, SafeFileHandle> _files = [];

    /// <summary>Reads values from the <paramref name="start"/>th on.</summary>
    /// <exception cref="DataException">The file ends too early.</exception>
    public void Read<T>(GraphTensor tensor, long start, Span<T> values)
        where T : unmanaged
    {
        if (tensor.External is not ExternalData external)
        {
            tensor.Values<T>().Slice((int)start, values.Length).CopyTo(values);
            return;
        }

        if (!_files.TryGetValue(external.File, out SafeFileHandle? file))
        {
            file = File.OpenHandle(Path.Combine(folder, external.File));
            _files.Add(external.File, file);
        }

        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        for (long offset = external.Offset + start * Unsafe.SizeOf<T>(); !bytes.IsEmpty;)
        {
            int read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new DataException($"{Path.Combine(folder, external.File)}: it is truncated in '{tensor.Name}'");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    public void Dispose()
    {
        foreach (SafeFileHandle file in _files.Values)
        {
            file.Dispose();
        }
    }
}
