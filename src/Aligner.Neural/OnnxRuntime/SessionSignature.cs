using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Reads what a session takes and gives.</summary>
internal static unsafe class SessionSignature
{
    public static (TensorInfo[] Inputs, TensorInfo[] Outputs) Read(NativeRuntime runtime, nint session)
    {
        nuint inputs, outputs;
        runtime.Check(runtime.Api.SessionGetInputCount(session, &inputs));
        runtime.Check(runtime.Api.SessionGetOutputCount(session, &outputs));
        return (
            ReadAll(runtime, session, inputs, runtime.Api.SessionGetInputName, runtime.Api.SessionGetInputTypeInfo),
            ReadAll(runtime, session, outputs, runtime.Api.SessionGetOutputName, runtime.Api.SessionGetOutputTypeInfo));
    }

    private static TensorInfo[] ReadAll(
        NativeRuntime runtime,
        nint session,
        nuint count,
        delegate* unmanaged<nint, nuint, nint, byte**, nint> getName,
        delegate* unmanaged<nint, nuint, nint*, nint> getType)
    {
        TensorInfo[] tensors = new TensorInfo[count];
        for (nuint i = 0; i < count; i++)
        {
            byte* text;
            runtime.Check(getName(session, i, runtime.Allocator, &text));
            string name = Marshal.PtrToStringUTF8((nint)text)!;
            runtime.Check(runtime.Api.AllocatorFree(runtime.Allocator, text));

            nint type, shape;
            runtime.Check(getType(session, i, &type));
            using RuntimeHandle handle = new(type, runtime.Api.ReleaseTypeInfo);

            // The cast gives a part of the type, or null for what is no tensor.
            runtime.Check(runtime.Api.CastTypeInfoToTensorInfo(type, &shape));
            (ElementType element, long[] dimensions) =
                shape == nint.Zero ? (ElementType.Undefined, []) : TensorShape.Read(runtime, shape);
            tensors[i] = new TensorInfo(name, element, dimensions);
        }

        return tensors;
    }
}
