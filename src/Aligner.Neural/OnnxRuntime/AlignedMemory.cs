using System.Runtime.CompilerServices;

namespace Aligner.Neural.OnnxRuntime;

/// <summary>
/// Memory that starts where the runtime's own does. Its sums begin at an aligned address, so that the same values
/// elsewhere would give other last bits.
/// </summary>
public static class AlignedMemory
{
    private const int Alignment = 64;

    /// <summary>Zeros that never move.</summary>
    public static unsafe Memory<T> Allocate<T>(int count)
        where T : unmanaged
    {
        int padding = Alignment / sizeof(T);
        T[] array = GC.AllocateArray<T>(count + padding, pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref array[0]);
        nuint start = (address + Alignment - 1) / Alignment * Alignment;
        return array.AsMemory((int)(start - address) / sizeof(T), count);
    }
}
