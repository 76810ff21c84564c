using System.Buffers.Binary;
using System.Text.Json;
using Aligner.Core;
using Aligner.Core.Files;
using Microsoft.Win32.SafeHandles;

namespace Aligner.Neural.Models;

/// <summary>
/// Weights in the safetensors format: the length of a JSON header (8 bytes, little-endian), the header with type, shape
/// and place of each tensor, and the values.
/// </summary>
internal sealed class SafetensorsFile : IWeightFile
{
    private const int LengthBytes = 8;

    /// <summary>The bound of the format's own reader.</summary>
    private const int MaxHeader = 100_000_000;

    private const string Metadata = "__metadata__";

    private readonly SafeFileHandle _file;
    private readonly Dictionary<string, SafetensorsEntry> _entries = [];

    private SafetensorsFile(string path, SafeFileHandle file)
    {
        Path = path;
        _file = file;
    }

    public string Path { get; }

    /// <summary>Reads the header and checks that the file holds what it promises.</summary>
    /// <exception cref="DataException">The file is damaged, truncated or no safetensors file.</exception>
    public static SafetensorsFile Open(string path)
    {
        SafetensorsFile file = new(path, RegularFile.OpenHandle(path));
        try
        {
            file.ReadHeader();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The tensor of that name, or null.</summary>
    public SafetensorsEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Reads values of a tensor from the <paramref name="start"/>th on, as floats.</summary>
    public void Read(string name, long start, Span<float> values)
    {
        SafetensorsEntry entry = _entries[name];
        byte[] bytes = new byte[values.Length * entry.ValueBytes];
        ReadExactly(entry.Offset + start * entry.ValueBytes, bytes);
        WeightValues.Convert(entry.Type, bytes, values);
    }

    public void Dispose() => _file.Dispose();

    private void ReadHeader()
    {
        long length = RandomAccess.GetLength(_file);
        Span<byte> prefix = stackalloc byte[LengthBytes];
        if (length < LengthBytes)
        {
            throw Broken("it is truncated: the header is missing");
        }

        ReadExactly(0, prefix);
        long headerLength = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (headerLength is < 2 or > MaxHeader || headerLength > length - LengthBytes)
        {
            throw Broken($"it is truncated or no safetensors file: a header of {headerLength} bytes in {length}");
        }

        byte[] header = new byte[headerLength];
        ReadExactly(LengthBytes, header);
        try
        {
            using JsonDocument document = JsonDocument.Parse(header);
            foreach (JsonProperty tensor in document.RootElement.EnumerateObject().Where(it => it.Name != Metadata))
            {
                Add(tensor.Name, tensor.Value, LengthBytes + headerLength, length);
            }
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException
                or IndexOutOfRangeException or OverflowException)
        {
            throw new DataException($"{Path}: its header is damaged ({exception.Message})", exception);
        }
    }

    private void Add(string name, JsonElement tensor, long dataStart, long fileLength)
    {
        long[] shape = [.. tensor.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt64())];
        JsonElement place = tensor.GetProperty("data_offsets");
        long start = place[0].GetInt64(), end = place[1].GetInt64();
        if (start < 0 || end < start || end > fileLength - dataStart)
        {
            throw Broken($"it is truncated: '{name}' has bytes {start} to {end} of {fileLength - dataStart}");
        }

        SafetensorsEntry entry = new(tensor.GetProperty("dtype").GetString()!, shape, dataStart + start);
        if (shape.Any(size => size < 0)
            || (entry.ValueBytes > 0 && end - start != checked(entry.Count * entry.ValueBytes)))
        {
            throw Broken($"'{name}' of shape [{string.Join(", ", shape)}] does not have {end - start} bytes");
        }

        _entries[name] = entry;
    }

    private void ReadExactly(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int read = RandomAccess.Read(_file, bytes, offset);
            if (read == 0)
            {
                throw Broken("it is truncated");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }

    private DataException Broken(string message) => new($"{Path}: {message}");
}
