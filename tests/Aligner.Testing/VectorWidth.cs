using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;
using Xunit;

namespace Aligner.Testing;

/// <summary>Runs tests of a project once more, in a process whose vectors have another width.</summary>
public static class VectorWidth
{
    private const string Asked = "ALIGNER_VECTOR_BITS";

    /// <summary>The bits of a vector in this process.</summary>
    private static int Bits => 8 * Vector<byte>.Count;

    /// <summary>
    /// Runs classes of tests; where the machine lacks the width, the test that asks is skipped, visibly.
    /// </summary>
    /// <param name="bits">The width.</param>
    /// <param name="assembly">The name of the project that has the tests.</param>
    /// <param name="classes">Their names, with <c>*</c> at an end for any characters.</param>
    /// <returns>What the tests printed, if one failed; empty if all passed.</returns>
    public static string FailuresAt(int bits, string assembly, params string[] classes)
    {
        Assert.SkipWhen(bits == 512 && !Vector512.IsHardwareAccelerated, "the machine has no vectors of 512 bits");
        Assert.SkipWhen(bits == 256 && !Vector256.IsHardwareAccelerated, "the machine has no vectors of 256 bits");
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, assembly))
        {
            RedirectStandardOutput = true,
            Environment =
            {
                [Asked] = $"{bits}",

                // .NET reads both as hexadecimal: the first is for Vector<T>, the second for all other vectors.
                ["DOTNET_MaxVectorTBitWidth"] = $"{bits:X}",
                ["DOTNET_PreferredVectorBitWidth"] = $"{bits:X}",
            },
        };
        if (bits == 128)
        {
            start.Environment["DOTNET_EnableAVX2"] = "0";
        }

        foreach (string name in classes.Append($"*{nameof(VectorWidth)}Check"))
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add(name);
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? string.Empty : output;
    }

    /// <summary>Checks that vectors are as wide as they were asked to be.</summary>
    public static void Check()
    {
        string? asked = Environment.GetEnvironmentVariable(Asked);
        Assert.SkipWhen(asked is null, "no width was asked for");
        Assert.Equal(asked, $"{Bits}");
    }
}
