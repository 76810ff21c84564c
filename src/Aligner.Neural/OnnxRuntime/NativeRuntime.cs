using System.Runtime.InteropServices;
using System.Text;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>The loaded library: its function table and the objects that live as long as the process.</summary>
internal sealed unsafe class NativeRuntime
{
    /// <summary>ONNX Runtime 1.18: the first with all that is used, Gelu of operator set 20 included.</summary>
    private const uint OldestVersion = 18;

    /// <summary>Errors come back as exceptions; the runtime itself prints nothing short of a fatal one.</summary>
    private const int FatalOnly = 4;

    private const int DeviceAllocator = 0;
    private const int DefaultMemory = 0;

    private static readonly Lazy<NativeRuntime> Loaded = new(() => new NativeRuntime(LibraryLocator.Load()));

    private readonly OrtApi* _api;

    private NativeRuntime(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint getBase))
        {
            throw new OnnxRuntimeUnavailableException("the library loaded as ONNX Runtime is something else");
        }

        // OrtApiBase is { const OrtApi* GetApi(uint32_t version); const char* GetVersionString(); }.
        nint* apiBase = ((delegate* unmanaged<nint*>)getBase)();
        Version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)apiBase[1])())!;
        _api = ((delegate* unmanaged<uint, OrtApi*>)apiBase[0])(OldestVersion);
        if (_api == null)
        {
            throw new OnnxRuntimeUnavailableException($"ONNX Runtime {Version} is too old: 1.{OldestVersion} or later");
        }

        nint environment, memory, allocator;
        fixed (byte* name = "aligner\0"u8)
        {
            Check(_api->CreateEnv(FatalOnly, name, &environment));
        }

        Check(_api->DisableTelemetryEvents(environment));
        Check(_api->CreateCpuMemoryInfo(DeviceAllocator, DefaultMemory, &memory));
        Check(_api->GetAllocatorWithDefaultOptions(&allocator));
        Environment = environment;
        CpuMemory = memory;
        Allocator = allocator;
    }

    /// <summary>The library, loaded at the first use.</summary>
    /// <exception cref="OnnxRuntimeUnavailableException">It is missing, too old or something else.</exception>
    public static NativeRuntime Instance => Loaded.Value;

    /// <summary>The function table.</summary>
    public ref readonly OrtApi Api => ref *_api;

    /// <summary>For example <c>1.30.0</c>.</summary>
    public string Version { get; }

    /// <summary>The <c>OrtEnv</c>.</summary>
    public nint Environment { get; }

    /// <summary>The <c>OrtMemoryInfo</c> of ordinary memory.</summary>
    public nint CpuMemory { get; }

    /// <summary>The <c>OrtAllocator</c> of strings that the runtime hands out.</summary>
    public nint Allocator { get; }

    /// <summary>Turns a status into an exception, and releases it.</summary>
    /// <exception cref="OnnxRuntimeException">The status is a failure.</exception>
    public void Check(nint status)
    {
        if (status == nint.Zero)
        {
            return;
        }

        OnnxRuntimeError error = _api->GetErrorCode(status);
        string message = Marshal.PtrToStringUTF8((nint)_api->GetErrorMessage(status)) ?? string.Empty;
        _api->ReleaseStatus(status);
        throw new OnnxRuntimeException(error, message);
    }

    /// <summary>The text as UTF-8 with a zero at the end.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');

    /// <summary>A path as the runtime wants it: UTF-16 on Windows, UTF-8 elsewhere, with a zero at the end.</summary>
    public static byte[] PathText(string path) =>
        OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : Text(path);
}
