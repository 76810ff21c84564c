using System.Runtime.InteropServices;
using Ort = Microsoft.ML.OnnxRuntime;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Starts the runtime once: with a library of the user's own if there is one, and without output.</summary>
internal static class NativeStart
{
    private static readonly Lazy<Ort.OrtEnv> Started = new(Start);

    /// <summary>The environment, made at the first use.</summary>
    /// <exception cref="OnnxRuntimeUnavailableException">The library is missing, too old or something else.</exception>
    public static Ort.OrtEnv Environment => Started.Value;

    private static Ort.OrtEnv Start()
    {
        Telemetry.Disable();
        try
        {
            string? own = System.Environment.GetEnvironmentVariable(OnnxRuntimeLibrary.PathVariable);
            if (!string.IsNullOrEmpty(own))
            {
                UseOwn(own);
            }

            Ort.EnvironmentCreationOptions options = new()
            {
                logId = "aligner",
                logLevel = Ort.OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            Ort.OrtEnv environment = Ort.OrtEnv.CreateInstanceWithOptions(ref options);
            environment.DisableTelemetryEvents();
            return environment;
        }
        catch (TypeInitializationException exception)
        {
            Exception cause = exception.InnerException ?? exception;
            throw new OnnxRuntimeUnavailableException(
                $"ONNX Runtime does not load ({cause.GetType().Name}: {cause.Message}): set "
                + $"{OnnxRuntimeLibrary.PathVariable} to a library of your own", cause);
        }
    }

    private static void UseOwn(string path)
    {
        if (!File.Exists(path))
        {
            throw new OnnxRuntimeUnavailableException(
                $"{OnnxRuntimeLibrary.PathVariable} names '{path}', which is no file");
        }

        Ort.OrtEnv.DisableDllImportResolver = true;
        NativeLibrary.SetDllImportResolver(
            typeof(Ort.OrtEnv).Assembly,
            (name, assembly, search) => name == "onnxruntime" ? NativeLibrary.Load(Path.GetFullPath(path)) : nint.Zero);
    }
}
