namespace Aligner.Neural.OnnxRuntime;

/// <summary>Reads element type and dimensions from an <c>OrtTensorTypeAndShapeInfo</c>.</summary>
internal static unsafe class TensorShape
{
    public static (ElementType Type, long[] Shape) Read(NativeRuntime runtime, nint info)
    {
        ElementType type;
        nuint count;
        runtime.Check(runtime.Api.GetTensorElementType(info, &type));
        runtime.Check(runtime.Api.GetDimensionsCount(info, &count));
        long[] shape = new long[count];
        fixed (long* dimensions = shape)
        {
            runtime.Check(runtime.Api.GetDimensions(info, dimensions, count));
        }

        return (type, shape);
    }
}
