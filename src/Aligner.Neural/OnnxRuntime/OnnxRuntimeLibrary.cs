namespace Aligner.Neural.OnnxRuntime;

/// <summary>What there is of ONNX Runtime. Asking loads the library.</summary>
public static class OnnxRuntimeLibrary
{
    /// <summary>The environment variable that names a library of one's own, such as a GPU build.</summary>
    public const string PathVariable = "ALIGNER_ONNXRUNTIME";

    private static readonly Lazy<string?> Problem = new(FindProblem);

    /// <summary>Whether the library loads.</summary>
    public static bool IsAvailable => Problem.Value is null;

    /// <summary>Why the library does not load and what to do; null if it does.</summary>
    public static string? WhyUnavailable => Problem.Value;

    /// <summary>For example <c>1.31.1</c>.</summary>
    /// <exception cref="OnnxRuntimeUnavailableException">The library does not load.</exception>
    public static string Version => NativeStart.Environment.GetVersionString();

    /// <summary>The execution providers of the library, such as <c>CPUExecutionProvider</c>.</summary>
    /// <inheritdoc cref="Version" path="/exception" />
    public static IReadOnlyList<string> Providers => NativeStart.Environment.GetAvailableProviders();

    private static string? FindProblem()
    {
        try
        {
            _ = NativeStart.Environment;
            return null;
        }
        catch (OnnxRuntimeException exception)
        {
            return exception.Message;
        }
    }
}
