using System.Buffers;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>
/// Values with a shape, in row-major order: over memory of ours, which stays pinned until the tensor is disposed of, or
/// over memory of the runtime.
/// </summary>
public sealed unsafe class Tensor : IDisposable
{
    private readonly long[] _shape;
    private readonly void* _data;
    private MemoryHandle _pin;

    private Tensor(RuntimeHandle handle, ElementType type, long[] shape, void* data, MemoryHandle pin)
    {
        Handle = handle;
        Type = type;
        _shape = shape;
        _data = data;
        _pin = pin;
    }

    /// <summary>What it holds.</summary>
    public ElementType Type { get; }

    /// <summary>Its dimensions.</summary>
    public IReadOnlyList<long> Shape => _shape;

    internal RuntimeHandle Handle { get; }

    /// <summary>A tensor over <paramref name="memory"/>, without a copy.</summary>
    /// <param name="memory">The values; the product of <paramref name="shape"/> is their number.</param>
    /// <param name="shape">The dimensions.</param>
    /// <exception cref="ArgumentException">The number of values is another one.</exception>
    public static Tensor Over<T>(Memory<T> memory, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (memory.Length != ElementCount(shape))
        {
            throw new ArgumentException(
                $"{memory.Length} values for a tensor of shape [{string.Join(", ", shape.ToArray())}]", nameof(memory));
        }

        NativeRuntime runtime = NativeRuntime.Instance;
        ElementType type = ElementTypes.Of<T>();
        MemoryHandle pin = memory.Pin();
        try
        {
            nint value;
            fixed (long* dimensions = shape)
            {
                runtime.Check(runtime.Api.CreateTensorWithDataAsOrtValue(
                    runtime.CpuMemory,
                    pin.Pointer,
                    (nuint)memory.Length * (nuint)sizeof(T),
                    dimensions,
                    (nuint)shape.Length,
                    type,
                    &value));
            }

            RuntimeHandle handle = new(value, runtime.Api.ReleaseValue);
            return new Tensor(handle, type, shape.ToArray(), pin.Pointer, pin);
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a value that a run made.</summary>
    internal static Tensor Own(nint value)
    {
        NativeRuntime runtime = NativeRuntime.Instance;
        RuntimeHandle handle = new(value, runtime.Api.ReleaseValue);
        try
        {
            nint info;
            void* data;
            runtime.Check(runtime.Api.GetTensorTypeAndShape(value, &info));
            using RuntimeHandle infoHandle = new(info, runtime.Api.ReleaseTensorTypeAndShapeInfo);
            runtime.Check(runtime.Api.GetTensorMutableData(value, &data));
            (ElementType type, long[] shape) = TensorShape.Read(runtime, info);
            return new Tensor(handle, type, shape, data, default);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>The values, to be used only as long as the tensor lives.</summary>
    /// <exception cref="InvalidOperationException">It holds values of another type.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is gone.</exception>
    public Span<T> Values<T>()
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(Handle.IsClosed, this);
        return Type == ElementTypes.Of<T>()
            ? new Span<T>(_data, checked((int)ElementCount(_shape)))
            : throw new InvalidOperationException($"the tensor holds {Type}, not {typeof(T).Name}");
    }

    public void Dispose()
    {
        Handle.Dispose();
        _pin.Dispose();
    }

    private static long ElementCount(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (long dimension in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dimension, nameof(shape));
            count = checked(count * dimension);
        }

        return count;
    }
}
