using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Aligner.Cli.Hosting;
using Aligner.Neural.OnnxRuntime;

namespace Aligner.Cli.Help;

/// <summary>What a bug report needs: version, runtime, SIMD level, ONNX Runtime.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>The version of the tool.</summary>
    public static string Version => FullVersion.Split('+')[0];

    /// <summary>The same, with the commit that it was built from.</summary>
    private static string FullVersion =>
        typeof(VersionAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion;

    private static string SimdLevel =>
        Vector512.IsHardwareAccelerated ? "AVX-512 (512 bits)"
        : Avx2.IsSupported ? "AVX2 (256 bits)"
        : Vector128.IsHardwareAccelerated ? AdvSimd.IsSupported ? "NEON (128 bits)" : "SSE (128 bits)"
        : "none";

    public override int Invoke(ParseResult parseResult)
    {
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine($"aligner {FullVersion}");
        output.WriteLine($"runtime: {RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}");
        output.WriteLine($"SIMD: {SimdLevel}");
        output.WriteLine(OnnxRuntimeLibrary.WhyUnavailable is string reason
            ? $"ONNX Runtime: none ({reason})"
            : $"ONNX Runtime: {OnnxRuntimeLibrary.Version} ({string.Join(", ", OnnxRuntimeLibrary.Providers)})");
        return ExitCode.Success;
    }
}
