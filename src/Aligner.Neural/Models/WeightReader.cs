using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Aligner.Core;
using Aligner.Core.Files;
using Aligner.Neural.Graphs;
using Microsoft.Win32.SafeHandles;

namespace Aligner.Neural.Models;

/// <summary>Reads constants of a graph from the graph itself or from the files beside it.</summary>
public sealed class WeightReader(string folder) : IDisposable
{
    private readonly Dictionary<string, SafeFileHandle> _files = [];

    /// <summary>Refuses a constant whose file is missing, is no file on a disk or ends too early.</summary>
    /// <exception cref="DataException">It is so.</exception>
    public void Check(GraphTensor tensor)
    {
        if (tensor.External is ExternalData external)
        {
            Open(tensor, external);
        }
    }

    /// <summary>All values.</summary>
    /// <exception cref="DataException">The file ends too early, or there are more than an array holds.</exception>
    public T[] ReadAll<T>(GraphTensor tensor)
        where T : unmanaged
    {
        Check(tensor);
        long count = (tensor.External?.Length ?? tensor.Data.Length) / Unsafe.SizeOf<T>();
        if (count > Array.MaxLength)
        {
            throw new DataException($"{folder}: '{tensor.Name}' has {count} values, more than can be read at once");
        }

        T[] values = new T[count];
        Read<T>(tensor, 0, values);
        return values;
    }

    /// <summary>Reads values from the <paramref name="start"/>th on.</summary>
    /// <exception cref="DataException">The file is missing, is no file on a disk or ends too early.</exception>
    public void Read<T>(GraphTensor tensor, long start, Span<T> values)
        where T : unmanaged
    {
        if (tensor.External is not ExternalData external)
        {
            tensor.Values<T>().Slice((int)start, values.Length).CopyTo(values);
            return;
        }

        SafeFileHandle file = Open(tensor, external);
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        for (long offset = external.Offset + start * Unsafe.SizeOf<T>(); !bytes.IsEmpty;)
        {
            int read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw Truncated(tensor, external);
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

    private SafeFileHandle Open(GraphTensor tensor, ExternalData external)
    {
        if (!_files.TryGetValue(external.File, out SafeFileHandle? file))
        {
            string path = Path.Combine(folder, external.File);
            file = File.Exists(path)
                ? RegularFile.OpenHandle(path)
                : throw new DataException($"{folder}: the weights are in '{external.File}', which is not there");
            _files.Add(external.File, file);
        }

        return external.Offset <= RandomAccess.GetLength(file) - external.Length
            ? file
            : throw Truncated(tensor, external);
    }

    private DataException Truncated(GraphTensor tensor, ExternalData external) =>
        new($"{Path.Combine(folder, external.File)}: it is truncated in '{tensor.Name}'");
}
