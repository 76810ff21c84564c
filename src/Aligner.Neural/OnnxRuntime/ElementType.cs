using System.Diagnostics.CodeAnalysis;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>What a tensor holds, numbered as ONNX does (<c>TensorProto.DataType</c>).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are those of ONNX.")]
public enum ElementType
{
    Undefined = 0,
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Float16 = 10,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
    BFloat16 = 16,
}
