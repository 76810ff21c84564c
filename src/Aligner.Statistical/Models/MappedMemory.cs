using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Aligner.Statistical.Models;

/// <summary>
/// A part of a mapped file as memory: pages are read when they are touched, and shared with other processes. The
/// mapping lives as long as the part.
/// </summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _length;
    private readonly byte* _pointer;

    /// <param name="file">The mapped file.</param>
    /// <param name="offset">The first byte of the part.</param>
    /// <param name="length">The number of bytes.</param>
    public MappedMemory(MemoryMappedFile file, long offset, int length)
    {
        _view = file.CreateViewAccessor(offset, length, MemoryMappedFileAccess.Read);
        _length = length;
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _pointer = start + _view.PointerOffset;
    }

    public override Span<byte> GetSpan() => new(_pointer, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_pointer + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
        }
    }
}
