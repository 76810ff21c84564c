using System.Runtime.InteropServices;

namespace Aligner.Statistical.Models;

/// <summary>Collects named arrays for a model file.</summary>
/// <param name="prefix">Put before each name, for example <c>forward/</c>.</param>
public sealed class SectionWriter(string prefix = "")
{
    private readonly List<Section> _sections = [];

    internal IReadOnlyList<Section> Sections => _sections;

    /// <summary>Adds an array of plain numbers; it is not copied and must not change until the file is written.</summary>
    public void Add<T>(string name, ReadOnlyMemory<T> values)
        where T : unmanaged =>
        _sections.Add(new Section(prefix + name, () => MemoryMarshal.AsBytes(values.Span)));

    /// <summary>Adds the sections of another writer.</summary>
    public void Add(SectionWriter other) => _sections.AddRange(other._sections);

    internal delegate ReadOnlySpan<byte> Bytes();

    internal sealed record Section(string Name, Bytes Content);
}
