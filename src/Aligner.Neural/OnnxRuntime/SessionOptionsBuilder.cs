using Ort = Microsoft.ML.OnnxRuntime;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Makes the options that <see cref="SessionSettings"/> describe.</summary>
internal static class SessionOptionsBuilder
{
    private const string ExternalDataFolderKey = "session.model_external_initializers_file_folder_path";
    private const string PreciseInt8Key = "session.x64quantprecision";
    private const string Cuda = "CUDA";

    /// <exception cref="OnnxRuntimeException">There is no such execution provider, or it does not start.</exception>
    public static Ort.SessionOptions Build(SessionSettings settings)
    {
        settings.Validate();
        _ = NativeStart.Environment;
        Ort.SessionOptions options = new()
        {
            IntraOpNumThreads = settings.Threads,
            InterOpNumThreads = settings.ParallelNodes,
            ExecutionMode = settings.ParallelNodes > 1
                ? Ort.ExecutionMode.ORT_PARALLEL : Ort.ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = (Ort.GraphOptimizationLevel)settings.Optimization,
        };
        try
        {
            if (settings.OptimizedModelPath is string path)
            {
                options.OptimizedModelFilePath = path;
            }

            if (settings.ExternalDataFolder is string folder)
            {
                options.AddSessionConfigEntry(ExternalDataFolderKey, folder);
            }

            if (Int8Arithmetic.Overflows && !settings.ReducedRange)
            {
                options.AddSessionConfigEntry(PreciseInt8Key, "1");
            }

            foreach (ExecutionProvider provider in settings.Providers)
            {
                Append(options, provider);
            }

            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }

    private static void Append(Ort.SessionOptions options, ExecutionProvider provider)
    {
        IReadOnlyList<string> available = OnnxRuntimeLibrary.Providers;
        string listed = available.FirstOrDefault(provider.IsNamed) ?? throw new OnnxRuntimeException(
            $"ONNX Runtime {OnnxRuntimeLibrary.Version} has no execution provider '{provider.Name}'; it has "
            + string.Join(", ", available));
        string name = listed.Replace(ExecutionProvider.Suffix, string.Empty, StringComparison.Ordinal);
        if (ExecutionProvider.Cpu.IsNamed(listed))
        {
            return;
        }

        Dictionary<string, string> entries = new(provider.Options ?? new Dictionary<string, string>());
        if (name == Cuda)
        {
            // The general function does not know CUDA in every version.
            using Ort.OrtCUDAProviderOptions cuda = new();
            cuda.UpdateOptions(entries);
            options.AppendExecutionProvider_CUDA(cuda);
            return;
        }

        options.AppendExecutionProvider(name, entries);
    }
}
