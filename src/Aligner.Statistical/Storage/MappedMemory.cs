using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Aligner.Statistical.Storage;

/// <summary>
/// A part of a mapped file as memory: pages are read when they are touched, and shared with other processes. It stays
/// mapped unless it is disposed.
/// </summary>
internal sealed unsafe class MappedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MemoryMappedViewAccessor _view;
    private readonly int _length;
    private readonly T* _pointer;

    /// <param name="file">The mapped file.</param>
    /// <param name="offset">The first byte of the part.</param>
    /// <param name="length">The number of elements.</param>
    public MappedMemory(MemoryMappedFile file, long offset, int length)
    {
        _view = file.CreateViewAccessor(offset, (long)length * sizeof(T), MemoryMappedFileAccess.Read);
        _length = length;
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _pointer = (T*)(start + _view.PointerOffset);
    }

    public override Span<T> GetSpan() => new(_pointer, _length);

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
