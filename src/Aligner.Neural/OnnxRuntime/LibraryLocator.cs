using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>Finds and loads the native library.</summary>
internal static class LibraryLocator
{
    private const string Advice =
        "build the tool with npm and a network, or with -p:OnnxRuntimeFrom=nuget, or set "
        + OnnxRuntimeLibrary.PathVariable + " to a library of your own";

    private static string FileName =>
        OperatingSystem.IsWindows() ? "onnxruntime.dll"
        : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib"
        : "libonnxruntime.so";

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + "-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    /// <summary>
    /// Loads the library that <see cref="OnnxRuntimeLibrary.PathVariable"/> names, or else the one beside the program,
    /// or else one that the system finds.
    /// </summary>
    /// <exception cref="OnnxRuntimeUnavailableException">There is none, or it does not load.</exception>
    public static nint Load()
    {
        string? own = Environment.GetEnvironmentVariable(OnnxRuntimeLibrary.PathVariable);
        if (!string.IsNullOrEmpty(own))
        {
            return LoadOwn(own);
        }

        string[] places =
        [
            Path.Combine(AppContext.BaseDirectory, "runtimes", Platform, "native", FileName),
            Path.Combine(AppContext.BaseDirectory, FileName),
        ];
        if (places.FirstOrDefault(File.Exists) is string bundled)
        {
            return LoadFile(bundled);
        }

        return NativeLibrary.TryLoad("onnxruntime", typeof(LibraryLocator).Assembly, null, out nint library)
            ? library
            : throw new OnnxRuntimeUnavailableException($"ONNX Runtime is not here for {Platform}: {Advice}");
    }

    private static nint LoadOwn(string path) => File.Exists(path)
        ? LoadFile(Path.GetFullPath(path))
        : throw new OnnxRuntimeUnavailableException(
            $"{OnnxRuntimeLibrary.PathVariable} names '{path}', which is no file");

    private static nint LoadFile(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new OnnxRuntimeUnavailableException(
                $"ONNX Runtime does not load from {path} ({exception.GetType().Name}): {Advice}", exception);
        }
    }
}
