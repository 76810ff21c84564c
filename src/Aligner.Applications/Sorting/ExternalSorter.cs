namespace Aligner.Applications.Sorting;

/// <summary>
/// Sorts records of bytes, more than memory holds: full buffers are sorted and written to files, which are merged.
/// </summary>
/// <remarks>Records are compared byte by byte, as <c>LC_ALL=C sort</c> does. Equal records stay as often as added.
/// </remarks>
internal sealed class ExternalSorter : IDisposable
{
    /// <summary>Files that are merged at once; more are merged into one first.</summary>
    private const int MaxRuns = 64;

    private readonly string _folder;
    private readonly RecordBuffer _buffer;
    private readonly List<string> _runs = [];
    private int _created;

    /// <param name="folder">An existing folder for the files; the sorter removes what it put there.</param>
    /// <param name="bufferBytes">Bytes of memory for records.</param>
    public ExternalSorter(string folder, long bufferBytes)
    {
        _folder = folder;
        _buffer = new RecordBuffer(bufferBytes);
    }

    /// <summary>Adds a record.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Add(ReadOnlySpan<byte> record)
    {
        if (_buffer.TryAdd(record))
        {
            return;
        }

        Spill();
        if (!_buffer.TryAdd(record))
        {
            throw new ArgumentException($"a record of {record.Length} bytes is longer than the buffer", nameof(record));
        }
    }

    /// <summary>The records in order, once. A record is valid until the next is asked for.</summary>
    /// <exception cref="IOException">The disk is full, or a file cannot be read.</exception>
    public IEnumerable<ReadOnlyMemory<byte>> Sorted()
    {
        if (_runs.Count == 0)
        {
            return _buffer.Sorted();
        }

        Spill();
        _buffer.Release();
        return RunMerger.Merge(_runs);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _buffer.Release();
        foreach (string run in _runs)
        {
            File.Delete(run);
        }

        _runs.Clear();
    }

    private void Spill()
    {
        Write(_buffer.Sorted());
        _buffer.Clear();
        if (_runs.Count == MaxRuns)
        {
            string[] merged = [.. _runs];
            _runs.Clear();
            Write(RunMerger.Merge(merged));
            Array.ForEach(merged, File.Delete);
        }
    }

    private void Write(IEnumerable<ReadOnlyMemory<byte>> records)
    {
        string path = Path.Combine(_folder, $"{Path.GetRandomFileName()}.{_created++}");
        using RunWriter writer = new(path);
        _runs.Add(path);
        foreach (ReadOnlyMemory<byte> record in records)
        {
            writer.Write(record.Span);
        }
    }
}
