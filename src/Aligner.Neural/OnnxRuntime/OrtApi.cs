using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>
/// The part of the function table <c>OrtApi</c> of <c>onnxruntime_c_api.h</c> that is used here. The table only grows
/// from version to version, so the places hold for every later library. Functions that return <c>nint</c> return an
/// <c>OrtStatus*</c>, null for success.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe readonly struct OrtApi
{
    /// <summary>The bytes of an entry: every platform of ONNX Runtime that is supported here has 64 bits.</summary>
    private const int Entry = 8;

    [FieldOffset(1 * Entry)]
    public readonly delegate* unmanaged<nint, OnnxRuntimeError> GetErrorCode;

    [FieldOffset(2 * Entry)]
    public readonly delegate* unmanaged<nint, byte*> GetErrorMessage;

    [FieldOffset(3 * Entry)]
    public readonly delegate* unmanaged<int, byte*, nint*, nint> CreateEnv;

    [FieldOffset(6 * Entry)]
    public readonly delegate* unmanaged<nint, nint> DisableTelemetryEvents;

    [FieldOffset(7 * Entry)]
    public readonly delegate* unmanaged<nint, void*, nint, nint*, nint> CreateSession;

    [FieldOffset(8 * Entry)]
    public readonly delegate* unmanaged<nint, void*, nuint, nint, nint*, nint> CreateSessionFromArray;

    [FieldOffset(9 * Entry)]
    public readonly delegate* unmanaged<nint, nint, byte**, nint*, nuint, byte**, nuint, nint*, nint> Run;

    [FieldOffset(10 * Entry)]
    public readonly delegate* unmanaged<nint*, nint> CreateSessionOptions;

    [FieldOffset(11 * Entry)]
    public readonly delegate* unmanaged<nint, void*, nint> SetOptimizedModelFilePath;

    [FieldOffset(13 * Entry)]
    public readonly delegate* unmanaged<nint, int, nint> SetSessionExecutionMode;

    [FieldOffset(23 * Entry)]
    public readonly delegate* unmanaged<nint, int, nint> SetSessionGraphOptimizationLevel;

    [FieldOffset(24 * Entry)]
    public readonly delegate* unmanaged<nint, int, nint> SetIntraOpNumThreads;

    [FieldOffset(25 * Entry)]
    public readonly delegate* unmanaged<nint, int, nint> SetInterOpNumThreads;

    [FieldOffset(30 * Entry)]
    public readonly delegate* unmanaged<nint, nuint*, nint> SessionGetInputCount;

    [FieldOffset(31 * Entry)]
    public readonly delegate* unmanaged<nint, nuint*, nint> SessionGetOutputCount;

    [FieldOffset(33 * Entry)]
    public readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetInputTypeInfo;

    [FieldOffset(34 * Entry)]
    public readonly delegate* unmanaged<nint, nuint, nint*, nint> SessionGetOutputTypeInfo;

    [FieldOffset(36 * Entry)]
    public readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetInputName;

    [FieldOffset(37 * Entry)]
    public readonly delegate* unmanaged<nint, nuint, nint, byte**, nint> SessionGetOutputName;

    [FieldOffset(39 * Entry)]
    public readonly delegate* unmanaged<nint*, nint> CreateRunOptions;

    [FieldOffset(46 * Entry)]
    public readonly delegate* unmanaged<nint, nint> RunOptionsSetTerminate;

    [FieldOffset(49 * Entry)]
    public readonly delegate* unmanaged<nint, void*, nuint, long*, nuint, ElementType, nint*, nint>
        CreateTensorWithDataAsOrtValue;

    [FieldOffset(51 * Entry)]
    public readonly delegate* unmanaged<nint, void**, nint> GetTensorMutableData;

    [FieldOffset(55 * Entry)]
    public readonly delegate* unmanaged<nint, nint*, nint> CastTypeInfoToTensorInfo;

    [FieldOffset(60 * Entry)]
    public readonly delegate* unmanaged<nint, ElementType*, nint> GetTensorElementType;

    [FieldOffset(61 * Entry)]
    public readonly delegate* unmanaged<nint, nuint*, nint> GetDimensionsCount;

    [FieldOffset(62 * Entry)]
    public readonly delegate* unmanaged<nint, long*, nuint, nint> GetDimensions;

    [FieldOffset(65 * Entry)]
    public readonly delegate* unmanaged<nint, nint*, nint> GetTensorTypeAndShape;

    [FieldOffset(69 * Entry)]
    public readonly delegate* unmanaged<int, int, nint*, nint> CreateCpuMemoryInfo;

    [FieldOffset(76 * Entry)]
    public readonly delegate* unmanaged<nint, void*, nint> AllocatorFree;

    [FieldOffset(78 * Entry)]
    public readonly delegate* unmanaged<nint*, nint> GetAllocatorWithDefaultOptions;

    [FieldOffset(93 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseStatus;

    [FieldOffset(95 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseSession;

    [FieldOffset(96 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseValue;

    [FieldOffset(97 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseRunOptions;

    [FieldOffset(98 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseTypeInfo;

    [FieldOffset(99 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseTensorTypeAndShapeInfo;

    [FieldOffset(100 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseSessionOptions;

    [FieldOffset(125 * Entry)]
    public readonly delegate* unmanaged<byte***, int*, nint> GetAvailableProviders;

    [FieldOffset(126 * Entry)]
    public readonly delegate* unmanaged<byte**, int, nint> ReleaseAvailableProviders;

    [FieldOffset(130 * Entry)]
    public readonly delegate* unmanaged<nint, byte*, byte*, nint> AddSessionConfigEntry;

    [FieldOffset(204 * Entry)]
    public readonly delegate* unmanaged<nint, nint, nint> SessionOptionsAppendCuda;

    [FieldOffset(205 * Entry)]
    public readonly delegate* unmanaged<nint*, nint> CreateCudaProviderOptions;

    [FieldOffset(206 * Entry)]
    public readonly delegate* unmanaged<nint, byte**, byte**, nuint, nint> UpdateCudaProviderOptions;

    [FieldOffset(208 * Entry)]
    public readonly delegate* unmanaged<nint, void> ReleaseCudaProviderOptions;

    [FieldOffset(216 * Entry)]
    public readonly delegate* unmanaged<nint, byte*, byte**, byte**, nuint, nint>
        SessionOptionsAppendExecutionProvider;
}
