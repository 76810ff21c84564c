using System.Runtime.Intrinsics.X86;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>What this processor does with products of 8-bit numbers.</summary>
internal static class Int8Arithmetic
{
    private const int ExtendedFeatures = 7;
    private const int Avx512Vnni = 1 << 11;
    private const int AvxVnni = 1 << 4;

    /// <summary>
    /// Whether the fastest instructions for unsigned × signed overflow: those of x86 processors without VNNI add two
    /// products in 16 bits. The runtime then has to be told to take slower ones, unless weights are in a reduced range.
    /// </summary>
    public static bool Overflows =>
        X86Base.IsSupported
        && (X86Base.CpuId(ExtendedFeatures, 0).Ecx & Avx512Vnni) == 0
        && (X86Base.CpuId(ExtendedFeatures, 1).Eax & AvxVnni) == 0;
}
