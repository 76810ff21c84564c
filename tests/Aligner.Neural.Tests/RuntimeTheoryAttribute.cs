using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests;

/// <summary>A theory that runs models; skipped, visibly, where ONNX Runtime does not load.</summary>
public sealed class RuntimeTheoryAttribute : TheoryAttribute
{
    public RuntimeTheoryAttribute()
    {
        Skip = OnnxRuntimeLibrary.WhyUnavailable;
    }
}
