using System.Runtime.InteropServices;

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

    /// <summary>For example <c>1.30.0</c>.</summary>
    /// <exception cref="OnnxRuntimeUnavailableException">The library does not load.</exception>
    public static string Version => NativeRuntime.Instance.Version;

    /// <summary>The execution providers of the library, such as <c>CPUExecutionProvider</c>.</summary>
    /// <inheritdoc cref="Version" path="/exception" />
    public static unsafe IReadOnlyList<string> Providers
    {
        get
        {
            NativeRuntime runtime = NativeRuntime.Instance;
            byte** names;
            int count;
            runtime.Check(runtime.Api.GetAvailableProviders(&names, &count));
            string[] providers = new string[count];
            for (int i = 0; i < count; i++)
            {
                providers[i] = Marshal.PtrToStringUTF8((nint)names[i])!;
            }

            runtime.Check(runtime.Api.ReleaseAvailableProviders(names, count));
            return providers;
        }
    }

    private static string? FindProblem()
    {
        try
        {
            _ = NativeRuntime.Instance;
            return null;
        }
        catch (OnnxRuntimeException exception)
        {
            return exception.Message;
        }
    }
}
