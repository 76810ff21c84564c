using System.Buffers;

namespace Aligner.Similarity.Numerics;

/// <summary>Scratch memory that goes back to the pool when it is disposed; its content is arbitrary at first.</summary>
internal readonly ref struct Pooled<T> : IDisposable
{
    private readonly T[] _array;

    public Pooled(int length)
    {
        _array = ArrayPool<T>.Shared.Rent(length);
        Span = _array.AsSpan(0, length);
    }

    public Span<T> Span { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
