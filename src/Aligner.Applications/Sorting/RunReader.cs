namespace Aligner.Applications.Sorting;

/// <summary>Reads the records that <see cref="RunWriter"/> wrote.</summary>
/// <param name="path">The file.</param>
internal sealed class RunReader(string path) : IDisposable
{
    private readonly FileStream _stream = new(path, FileMode.Open, FileAccess.Read, FileShare.None, 1 << 16);
    private byte[] _record = new byte[256];

    /// <summary>The record that was read last; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Current { get; private set; }

    /// <summary>Reads the next record; false at the end.</summary>
    public bool Read()
    {
        int first = _stream.ReadByte();
        if (first < 0)
        {
            return false;
        }

        int length = first & 0x7F;
        for (int shift = 7; first >= 0x80; shift += 7)
        {
            first = _stream.ReadByte();
            length |= (first & 0x7F) << shift;
        }

        if (length > _record.Length)
        {
            _record = new byte[2 * length];
        }

        _stream.ReadExactly(_record, 0, length);
        Current = _record.AsMemory(0, length);
        return true;
    }

    public void Dispose() => _stream.Dispose();
}
