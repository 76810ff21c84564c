namespace Aligner.Neural.OnnxRuntime;

/// <summary>Makes the <c>OrtSessionOptions</c> that <see cref="SessionSettings"/> describe.</summary>
internal static unsafe class SessionOptionsBuilder
{
    private const string ExternalDataFolderKey = "session.model_external_initializers_file_folder_path";
    private const string PreciseInt8Key = "session.x64quantprecision";
    private const string Cuda = "CUDA";

    /// <exception cref="OnnxRuntimeException">There is no such execution provider, or it does not start.</exception>
    public static RuntimeHandle Build(NativeRuntime runtime, SessionSettings settings)
    {
        settings.Validate();
        nint options;
        runtime.Check(runtime.Api.CreateSessionOptions(&options));
        RuntimeHandle handle = new(options, runtime.Api.ReleaseSessionOptions);
        try
        {
            Set(runtime, options, settings);
            return handle;
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static void Set(NativeRuntime runtime, nint options, SessionSettings settings)
    {
        runtime.Check(runtime.Api.SetIntraOpNumThreads(options, settings.Threads));
        runtime.Check(runtime.Api.SetInterOpNumThreads(options, settings.ParallelNodes));
        runtime.Check(runtime.Api.SetSessionExecutionMode(options, settings.ParallelNodes > 1 ? 1 : 0));
        runtime.Check(runtime.Api.SetSessionGraphOptimizationLevel(options, (int)settings.Optimization));
        if (settings.OptimizedModelPath is string path)
        {
            fixed (byte* text = NativeRuntime.PathText(path))
            {
                runtime.Check(runtime.Api.SetOptimizedModelFilePath(options, text));
            }
        }

        if (settings.ExternalDataFolder is string folder)
        {
            SetEntry(runtime, options, ExternalDataFolderKey, folder);
        }

        if (Int8Arithmetic.Overflows && !settings.ReducedRange)
        {
            SetEntry(runtime, options, PreciseInt8Key, "1");
        }

        foreach (ExecutionProvider provider in settings.Providers)
        {
            Append(runtime, options, provider);
        }
    }

    private static void SetEntry(NativeRuntime runtime, nint options, string key, string value)
    {
        fixed (byte* keyText = NativeRuntime.Text(key), valueText = NativeRuntime.Text(value))
        {
            runtime.Check(runtime.Api.AddSessionConfigEntry(options, keyText, valueText));
        }
    }

    private static void Append(NativeRuntime runtime, nint options, ExecutionProvider provider)
    {
        IReadOnlyList<string> available = OnnxRuntimeLibrary.Providers;
        string listed = available.FirstOrDefault(provider.IsNamed) ?? throw new OnnxRuntimeException(
            $"ONNX Runtime {runtime.Version} has no execution provider '{provider.Name}'; it has "
            + string.Join(", ", available));
        string name = listed.Replace(ExecutionProvider.Suffix, string.Empty, StringComparison.Ordinal);
        if (ExecutionProvider.Cpu.IsNamed(listed))
        {
            return;
        }

        KeyValuePair<string, string>[] entries = [.. provider.Options ?? new Dictionary<string, string>()];
        using Utf8Strings keys = new(entries.Select(entry => entry.Key));
        using Utf8Strings values = new(entries.Select(entry => entry.Value));
        if (name == Cuda)
        {
            AppendCuda(runtime, options, keys, values);
            return;
        }

        fixed (byte* text = NativeRuntime.Text(name))
        {
            runtime.Check(runtime.Api.SessionOptionsAppendExecutionProvider(
                options, text, keys.Pointer, values.Pointer, keys.Count));
        }
    }

    // The general function does not know CUDA in every version.
    private static void AppendCuda(NativeRuntime runtime, nint options, Utf8Strings keys, Utf8Strings values)
    {
        nint cuda;
        runtime.Check(runtime.Api.CreateCudaProviderOptions(&cuda));
        using RuntimeHandle handle = new(cuda, runtime.Api.ReleaseCudaProviderOptions);
        runtime.Check(runtime.Api.UpdateCudaProviderOptions(cuda, keys.Pointer, values.Pointer, keys.Count));
        runtime.Check(runtime.Api.SessionOptionsAppendCuda(options, cuda));
    }
}
