using System.Buffers.Binary;

namespace Aligner.Applications.Sorting;

/// <summary>Records of bytes in memory, up to a size.</summary>
internal sealed class RecordBuffer : IComparer<RecordBuffer.Entry>
{
    private const int FirstBytes = 1 << 16, FirstEntries = 1 << 10, EntryBytes = 12;

    private readonly int _maxBytes;
    private byte[] _bytes = [];
    private Entry[] _entries = [];
    private int _count;
    private int _used;

    /// <param name="size">Bytes for the records and what is kept of each to sort them.</param>
    public RecordBuffer(long size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, FirstBytes);
        _maxBytes = (int)Math.Min(size, Array.MaxLength);
    }

    /// <summary>Adds a record, or returns false if there is no room for it.</summary>
    public bool TryAdd(ReadOnlySpan<byte> record)
    {
        if (_used + (long)record.Length + ((_count + 1L) * EntryBytes) > _maxBytes)
        {
            return false;
        }

        if (_used + record.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Clamp(
                2L * (_used + record.Length), FirstBytes, _maxBytes));
        }

        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, Math.Clamp(2 * _count, FirstEntries, _maxBytes / EntryBytes));
        }

        record.CopyTo(_bytes.AsSpan(_used));
        _entries[_count++] = new Entry(Prefix(record), _used, record.Length);
        _used += record.Length;
        return true;
    }

    /// <summary>The records in order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Sorted()
    {
        Array.Sort(_entries, 0, _count, this);
        for (int k = 0; k < _count; k++)
        {
            yield return _bytes.AsMemory(_entries[k].Start, _entries[k].Length);
        }
    }

    /// <summary>Forgets the records and keeps the memory.</summary>
    public void Clear() => (_count, _used) = (0, 0);

    /// <summary>Forgets the records and gives the memory back.</summary>
    public void Release()
    {
        Clear();
        (_bytes, _entries) = ([], []);
    }

    /// <inheritdoc />
    public int Compare(Entry x, Entry y)
    {
        int byPrefix = x.Prefix.CompareTo(y.Prefix);
        return byPrefix != 0
            ? byPrefix
            : _bytes.AsSpan(x.Start, x.Length).SequenceCompareTo(_bytes.AsSpan(y.Start, y.Length));
    }

    /// <summary>The first four bytes as a number of the same order.</summary>
    private static uint Prefix(ReadOnlySpan<byte> record)
    {
        Span<byte> start = stackalloc byte[sizeof(uint)];
        start.Clear();
        record[..Math.Min(record.Length, sizeof(uint))].CopyTo(start);
        return BinaryPrimitives.ReadUInt32BigEndian(start);
    }

    /// <summary>Where a record is, and how it begins.</summary>
    internal readonly record struct Entry(uint Prefix, int Start, int Length);
}
