using System.Runtime.InteropServices;

namespace Aligner.Statistical.Storage;

/// <summary>Collects named arrays for a model file.</summary>
public sealed class SectionWriter
{
    private readonly List<Section> _sections;
    private readonly string _prefix;

    public SectionWriter()
        : this([], string.Empty)
    {
    }

    private SectionWriter(List<Section> sections, string prefix)
    {
        _sections = sections;
        _prefix = prefix;
    }

    internal IReadOnlyList<Section> Sections => _sections;

    /// <summary>A writer to the same file that puts <paramref name="prefix"/> before each name.</summary>
    public SectionWriter Within(string prefix) => new(_sections, _prefix + prefix);

    /// <summary>
    /// Adds an array of plain numbers; it is not copied and must not change until the file is written.
    /// </summary>
    public void Add<T>(string name, ReadOnlyMemory<T> values)
        where T : unmanaged =>
        _sections.Add(new Section(_prefix + name, () => MemoryMarshal.AsBytes(values.Span)));

    internal delegate ReadOnlySpan<byte> Bytes();

    internal sealed record Section(string Name, Bytes Content);
}
