using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests;

/// <summary>A test that runs a model; skipped, visibly, where ONNX Runtime does not load.</summary>
public sealed class RuntimeFactAttribute : FactAttribute
{
    public RuntimeFactAttribute()
    {
        Skip = OnnxRuntimeLibrary.WhyUnavailable;
    }
}
