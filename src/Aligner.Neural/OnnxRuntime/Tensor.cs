using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Tensors;
using Ort = Microsoft.ML.OnnxRuntime;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>
/// Values with a shape, in row-major order: over memory of ours, which stays pinned until the tensor is disposed of, or
/// over memory of the runtime.
/// </summary>
public sealed class Tensor : IDisposable
{
    private readonly long[] _shape;
    private readonly Ort.OrtValue _value;
    private MemoryHandle _pin;
    private bool _isGone;

    private Tensor(Ort.OrtValue value, ElementType type, long[] shape, MemoryHandle pin)
    {
        _value = value;
        Type = type;
        _shape = shape;
        _pin = pin;
    }

    /// <summary>What it holds.</summary>
    public ElementType Type { get; }

    /// <summary>Its dimensions.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <exception cref="ObjectDisposedException">The tensor is gone.</exception>
    internal Ort.OrtValue Value
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isGone, this);
            return _value;
        }
    }

    /// <summary>A tensor over <paramref name="memory"/>, without a copy.</summary>
    /// <param name="memory">The values; the product of <paramref name="shape"/> is their number.</param>
    /// <param name="shape">The dimensions.</param>
    /// <exception cref="ArgumentException">The number of values is another one.</exception>
    public static unsafe Tensor Over<T>(Memory<T> memory, params ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (memory.Length != ShapeUtils.GetSizeForShape(shape.ToArray()))
        {
            throw new ArgumentException(
                $"{memory.Length} values for a tensor of shape [{string.Join(", ", shape.ToArray())}]", nameof(memory));
        }

        _ = NativeStart.Environment;
        ElementType type = ElementTypes.Of<T>();
        long[] dimensions = shape.ToArray();

        // Not CreateTensorValueFromMemory: it knows no Half, and counts bytes in an int.
        MemoryHandle pin = memory.Pin();
        try
        {
            return new Tensor(
                Ort.OrtValue.CreateTensorValueWithData(
                    Ort.OrtMemoryInfo.DefaultInstance,
                    (TensorElementType)type,
                    dimensions,
                    (nint)pin.Pointer,
                    (long)memory.Length * sizeof(T)),
                type,
                dimensions,
                pin);
        }
        catch
        {
            pin.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a value that a run made.</summary>
    internal static Tensor Own(Ort.OrtValue value)
    {
        Ort.OrtTensorTypeAndShapeInfo info = value.GetTensorTypeAndShape();
        return new Tensor(value, (ElementType)info.ElementDataType, info.Shape, default);
    }

    /// <summary>The values, to be used only as long as the tensor lives.</summary>
    /// <exception cref="InvalidOperationException">It holds values of another type.</exception>
    /// <exception cref="ObjectDisposedException">The tensor is gone.</exception>
    public Span<T> Values<T>()
        where T : unmanaged =>
        Type != ElementTypes.Of<T>()
            ? throw new InvalidOperationException($"the tensor holds {Type}, not {typeof(T).Name}")
            : MemoryMarshal.Cast<byte, T>(Value.GetTensorMutableRawData());

    public void Dispose()
    {
        _isGone = true;
        _value.Dispose();
        _pin.Dispose();
    }
}
