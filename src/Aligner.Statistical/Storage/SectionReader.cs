using System.Runtime.InteropServices;
using Aligner.Core;
using CommunityToolkit.HighPerformance;

namespace Aligner.Statistical.Storage;

/// <summary>The named arrays of a model file, checked on reading.</summary>
public sealed class SectionReader
{
    private readonly string _file;
    private readonly string _prefix;
    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> _sections;

    internal SectionReader(string file, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, string prefix = "")
    {
        _file = file;
        _sections = sections;
        _prefix = prefix;
    }

    /// <summary>The sections whose names begin with <paramref name="prefix"/>.</summary>
    public SectionReader Within(string prefix) => new(_file, _sections, _prefix + prefix);

    /// <summary>Whether there is a section.</summary>
    public bool Has(string name) => _sections.ContainsKey(_prefix + name);

    /// <summary>An array of plain numbers, copied.</summary>
    /// <exception cref="DataException">The section is missing or not of that type.</exception>
    public T[] Read<T>(string name)
        where T : unmanaged => Map<T>(name).ToArray();

    /// <summary>An array of plain numbers where it lies in the file.</summary>
    /// <inheritdoc cref="Read" path="/exception" />
    public ReadOnlyMemory<T> Map<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(_prefix + name, out ReadOnlyMemory<byte> bytes))
        {
            throw Broken($"has no section '{_prefix}{name}'");
        }

        if (bytes.Length % Marshal.SizeOf<T>() != 0)
        {
            throw Broken($"has a section '{_prefix}{name}' of {bytes.Length} bytes");
        }

        return bytes.Cast<byte, T>();
    }

    /// <summary>The fault of a model file whose sections do not fit together.</summary>
    public DataException Broken(string fault) => new($"{_file}: the model {fault}");
}
