using Aligner.Neural.OnnxRuntime;

namespace Aligner.Neural.Tests;

/// <summary>Tests that run models or hold tensors; skipped, visibly, where ONNX Runtime does not load.</summary>
public abstract class RuntimeTests
{
    protected RuntimeTests() =>
        Assert.SkipUnless(OnnxRuntimeLibrary.IsAvailable, OnnxRuntimeLibrary.WhyUnavailable ?? string.Empty);
}
