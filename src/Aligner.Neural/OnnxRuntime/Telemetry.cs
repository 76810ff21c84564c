using System.Runtime.InteropServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>
/// Keeps the native library from starting its telemetry client, which would write a device id and a database to the
/// user's folders and look up a host.
/// </summary>
/// <remarks>
/// The library reads the variable from the native environment when it loads. On Unix,
/// <see cref="Environment.SetEnvironmentVariable(string, string?)"/> changes only a copy that .NET keeps, so the C
/// library has to be asked. <c>OrtEnv.DisableTelemetryEvents</c> comes too late: the client has started by then.
/// </remarks>
internal static partial class Telemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";
    private const string Yes = "1";

    /// <summary>Has to be called before the library loads.</summary>
    public static void Disable()
    {
        Environment.SetEnvironmentVariable(Variable, Yes);
        _ = OperatingSystem.IsWindows() ? SetOnWindows(Variable, Yes) : SetOnUnix(Variable, Yes, overwrite: 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetOnUnix(string name, string value, int overwrite);

    [LibraryImport("ucrtbase", EntryPoint = "_wputenv_s", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int SetOnWindows(string name, string value);
}
